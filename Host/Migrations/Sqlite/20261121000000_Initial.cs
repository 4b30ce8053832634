using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Intranet.Host.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "contacts_partner_kinds",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Label = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "FRENCH"),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    WishedMonths = table.Column<int>(type: "INTEGER", nullable: false),
                    MaximumMonths = table.Column<int>(type: "INTEGER", nullable: false),
                    ExpectedLevel = table.Column<int>(type: "INTEGER", nullable: false),
                    FieldExamples = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ManagementExamples = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    InstitutionExamples = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contacts_partner_kinds", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "conventions_kinds",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Label = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "FRENCH"),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conventions_kinds", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "conventions_numbers",
                columns: table => new
                {
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Last = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conventions_numbers", x => x.Year);
                });

            migrationBuilder.CreateTable(
                name: "meetings_kinds",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Label = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "FRENCH"),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    Counts = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_meetings_kinds", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "shared_import_columns",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Header = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Column = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shared_import_columns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "shared_import_runs",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Sheet = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AccountId = table.Column<int>(type: "INTEGER", nullable: true),
                    Actor = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Mapping = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Settlements = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Fingerprint = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ValidOnly = table.Column<bool>(type: "INTEGER", nullable: false),
                    Lines = table.Column<int>(type: "INTEGER", nullable: false),
                    Created = table.Column<int>(type: "INTEGER", nullable: false),
                    Updated = table.Column<int>(type: "INTEGER", nullable: false),
                    Unchanged = table.Column<int>(type: "INTEGER", nullable: false),
                    Skipped = table.Column<int>(type: "INTEGER", nullable: false),
                    Errors = table.Column<int>(type: "INTEGER", nullable: false),
                    FaultyLines = table.Column<int>(type: "INTEGER", nullable: false),
                    DoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    UndoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    UndoneBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Removed = table.Column<int>(type: "INTEGER", nullable: false),
                    Restored = table.Column<int>(type: "INTEGER", nullable: false),
                    Kept = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shared_import_runs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "shared_keys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "FRENCH"),
                    Xml = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shared_keys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "shared_links",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Payload = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UsedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shared_links", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "shared_outbox",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    To = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    ToName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Html = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    IsSecret = table.Column<bool>(type: "INTEGER", nullable: false),
                    QueuedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    ClaimedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    GivenUpAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Error = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shared_outbox", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "shared_reference_items",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    List = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Label = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "FRENCH"),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shared_reference_items", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "shared_subjects",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "FRENCH"),
                    Detail = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Folded = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ParentId = table.Column<int>(type: "INTEGER", nullable: true),
                    Reach = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shared_subjects", x => x.Id);
                    table.ForeignKey(
                        name: "FK_shared_subjects_shared_subjects_ParentId",
                        column: x => x.ParentId,
                        principalTable: "shared_subjects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "shared_import_entries",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RunId = table.Column<int>(type: "INTEGER", nullable: false),
                    Line = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<int>(type: "INTEGER", nullable: false),
                    Entity = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    RowId = table.Column<int>(type: "INTEGER", nullable: false),
                    Before = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    After = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Kept = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shared_import_entries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_shared_import_entries_shared_import_runs_RunId",
                        column: x => x.RunId,
                        principalTable: "shared_import_runs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "shared_import_files",
                columns: table => new
                {
                    RunId = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shared_import_files", x => x.RunId);
                    table.ForeignKey(
                        name: "FK_shared_import_files_shared_import_runs_RunId",
                        column: x => x.RunId,
                        principalTable: "shared_import_runs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "shared_import_lines",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RunId = table.Column<int>(type: "INTEGER", nullable: false),
                    Line = table.Column<int>(type: "INTEGER", nullable: false),
                    Action = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "FRENCH"),
                    Detail = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Column = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Suggestions = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Changes = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shared_import_lines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_shared_import_lines_shared_import_runs_RunId",
                        column: x => x.RunId,
                        principalTable: "shared_import_runs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "contacts_persons",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "FRENCH"),
                    LastName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "FRENCH"),
                    Email = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    VerifiedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    VerifiedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    DepartedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    MergedIntoId = table.Column<int>(type: "INTEGER", nullable: true),
                    ErasedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contacts_persons", x => x.Id);
                    table.ForeignKey(
                        name: "FK_contacts_persons_contacts_persons_MergedIntoId",
                        column: x => x.MergedIntoId,
                        principalTable: "contacts_persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_contacts_persons_shared_subjects_Id",
                        column: x => x.Id,
                        principalTable: "shared_subjects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "contacts_poles",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "FRENCH"),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contacts_poles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_contacts_poles_shared_subjects_Id",
                        column: x => x.Id,
                        principalTable: "shared_subjects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "meetings_meetings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "FRENCH"),
                    KindId = table.Column<int>(type: "INTEGER", nullable: false),
                    Mode = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    IsApproximate = table.Column<bool>(type: "INTEGER", nullable: false),
                    Minutes = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    HeldOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ClosedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CancelledOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CancelledReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_meetings_meetings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_meetings_meetings_meetings_kinds_KindId",
                        column: x => x.KindId,
                        principalTable: "meetings_kinds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_meetings_meetings_shared_subjects_Id",
                        column: x => x.Id,
                        principalTable: "shared_subjects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reminders_reminders",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Rule = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SubjectId = table.Column<int>(type: "INTEGER", nullable: false),
                    Due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Action = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Context = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    PostId = table.Column<int>(type: "INTEGER", nullable: true),
                    SeenOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DoneOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AcknowledgedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AcknowledgedById = table.Column<int>(type: "INTEGER", nullable: true),
                    PromisedFor = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SnoozedUntil = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reminders_reminders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_reminders_reminders_shared_subjects_AcknowledgedById",
                        column: x => x.AcknowledgedById,
                        principalTable: "shared_subjects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_reminders_reminders_shared_subjects_PostId",
                        column: x => x.PostId,
                        principalTable: "shared_subjects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_reminders_reminders_shared_subjects_SubjectId",
                        column: x => x.SubjectId,
                        principalTable: "shared_subjects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "shared_accounts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DisplayName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "FRENCH"),
                    Function = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "FRENCH"),
                    Roles = table.Column<int>(type: "INTEGER", nullable: false),
                    SeesAll = table.Column<bool>(type: "INTEGER", nullable: false),
                    DisabledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    KeysOff = table.Column<bool>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: true),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    PhoneNumber = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "TEXT", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shared_accounts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_shared_accounts_shared_subjects_PersonId",
                        column: x => x.PersonId,
                        principalTable: "shared_subjects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "shared_audit",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AccountId = table.Column<int>(type: "INTEGER", nullable: true),
                    Actor = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Action = table.Column<int>(type: "INTEGER", nullable: false),
                    Entity = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Changes = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    SubjectId = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shared_audit", x => x.Id);
                    table.ForeignKey(
                        name: "FK_shared_audit_shared_subjects_SubjectId",
                        column: x => x.SubjectId,
                        principalTable: "shared_subjects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "shared_files",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SubjectId = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "FRENCH"),
                    Type = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Size = table.Column<int>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    UploadedById = table.Column<int>(type: "INTEGER", nullable: false),
                    UploadedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    UploadedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shared_files", x => x.Id);
                    table.ForeignKey(
                        name: "FK_shared_files_shared_subjects_SubjectId",
                        column: x => x.SubjectId,
                        principalTable: "shared_subjects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "shared_subject_links",
                columns: table => new
                {
                    FromId = table.Column<int>(type: "INTEGER", nullable: false),
                    ToId = table.Column<int>(type: "INTEGER", nullable: false),
                    Role = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shared_subject_links", x => new { x.FromId, x.Role, x.ToId });
                    table.ForeignKey(
                        name: "FK_shared_subject_links_shared_subjects_FromId",
                        column: x => x.FromId,
                        principalTable: "shared_subjects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_shared_subject_links_shared_subjects_ToId",
                        column: x => x.ToId,
                        principalTable: "shared_subjects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "contacts_absences",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SubstituteId = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contacts_absences", x => x.Id);
                    table.ForeignKey(
                        name: "FK_contacts_absences_contacts_persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "contacts_persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_contacts_absences_contacts_persons_SubstituteId",
                        column: x => x.SubstituteId,
                        principalTable: "contacts_persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "contacts_departures",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SuccessorId = table.Column<int>(type: "INTEGER", nullable: true),
                    Items = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contacts_departures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_contacts_departures_contacts_persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "contacts_persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_contacts_departures_contacts_persons_SuccessorId",
                        column: x => x.SuccessorId,
                        principalTable: "contacts_persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "contacts_establishments",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "FRENCH"),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    PoleId = table.Column<int>(type: "INTEGER", nullable: true),
                    Street = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    PostalCode = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    City = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "FRENCH"),
                    Department = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    OnCallPhone = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Finess = table.Column<string>(type: "TEXT", maxLength: 14, nullable: false),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contacts_establishments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_contacts_establishments_contacts_poles_PoleId",
                        column: x => x.PoleId,
                        principalTable: "contacts_poles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_contacts_establishments_shared_subjects_Id",
                        column: x => x.Id,
                        principalTable: "shared_subjects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reminders_deliveries",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ReminderId = table.Column<int>(type: "INTEGER", nullable: false),
                    Step = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reminders_deliveries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_reminders_deliveries_reminders_reminders_ReminderId",
                        column: x => x.ReminderId,
                        principalTable: "reminders_reminders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_reminders_deliveries_shared_subjects_PersonId",
                        column: x => x.PersonId,
                        principalTable: "shared_subjects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<int>(type: "INTEGER", nullable: false),
                    ClaimType = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetUserClaims_shared_accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "shared_accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ProviderKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    UserId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_AspNetUserLogins_shared_accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "shared_accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserTokens",
                columns: table => new
                {
                    UserId = table.Column<int>(type: "INTEGER", nullable: false),
                    LoginProvider = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "FRENCH"),
                    Value = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_AspNetUserTokens_shared_accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "shared_accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "shared_account_scopes",
                columns: table => new
                {
                    AccountId = table.Column<int>(type: "INTEGER", nullable: false),
                    SubjectId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shared_account_scopes", x => new { x.AccountId, x.SubjectId });
                    table.ForeignKey(
                        name: "FK_shared_account_scopes_shared_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "shared_accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_shared_account_scopes_shared_subjects_SubjectId",
                        column: x => x.SubjectId,
                        principalTable: "shared_subjects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "shared_drafts",
                columns: table => new
                {
                    AccountId = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Content = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    SavedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shared_drafts", x => new { x.AccountId, x.Key });
                    table.ForeignKey(
                        name: "FK_shared_drafts_shared_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "shared_accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "shared_saved_filters",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AccountId = table.Column<int>(type: "INTEGER", nullable: false),
                    List = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false, collation: "FRENCH"),
                    Query = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    IsShared = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shared_saved_filters", x => x.Id);
                    table.ForeignKey(
                        name: "FK_shared_saved_filters_shared_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "shared_accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "shared_file_chunks",
                columns: table => new
                {
                    FileId = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shared_file_chunks", x => new { x.FileId, x.Number });
                    table.ForeignKey(
                        name: "FK_shared_file_chunks_shared_files_FileId",
                        column: x => x.FileId,
                        principalTable: "shared_files",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "contacts_staff",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    EstablishmentId = table.Column<int>(type: "INTEGER", nullable: false),
                    Function = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "FRENCH"),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    FixedTermEnd = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LongLeaveFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LongLeaveTo = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contacts_staff", x => x.Id);
                    table.ForeignKey(
                        name: "FK_contacts_staff_contacts_establishments_EstablishmentId",
                        column: x => x.EstablishmentId,
                        principalTable: "contacts_establishments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_contacts_staff_contacts_persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "contacts_persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "contacts_admission_parts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ServiceId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    FilledBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ChasedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    DelayDays = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contacts_admission_parts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "contacts_articulation",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    EstablishmentId = table.Column<int>(type: "INTEGER", nullable: false),
                    PartnerId = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Level = table.Column<int>(type: "INTEGER", nullable: true),
                    Aimed = table.Column<int>(type: "INTEGER", nullable: true),
                    Comment = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Author = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contacts_articulation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_contacts_articulation_contacts_establishments_EstablishmentId",
                        column: x => x.EstablishmentId,
                        principalTable: "contacts_establishments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_contacts_articulation_shared_subjects_Id",
                        column: x => x.Id,
                        principalTable: "shared_subjects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "contacts_authorisation_staff",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AuthorisationId = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contacts_authorisation_staff", x => x.Id);
                    table.ForeignKey(
                        name: "FK_contacts_authorisation_staff_contacts_persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "contacts_persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "contacts_authorisations",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    EstablishmentId = table.Column<int>(type: "INTEGER", nullable: false),
                    AuthorityId = table.Column<int>(type: "INTEGER", nullable: true),
                    AuthorityText = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Places = table.Column<int>(type: "INTEGER", nullable: true),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AskOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AskedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Notes = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contacts_authorisations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_contacts_authorisations_contacts_establishments_EstablishmentId",
                        column: x => x.EstablishmentId,
                        principalTable: "contacts_establishments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_contacts_authorisations_shared_subjects_Id",
                        column: x => x.Id,
                        principalTable: "shared_subjects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "contacts_delegations",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    PostId = table.Column<int>(type: "INTEGER", nullable: true),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: true),
                    What = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    GivenBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contacts_delegations", x => x.Id);
                    table.CheckConstraint("CK_contacts_delegations_holder", "(PostId IS NULL AND PersonId IS NOT NULL) OR (PostId IS NOT NULL AND PersonId IS NULL)");
                    table.ForeignKey(
                        name: "FK_contacts_delegations_contacts_persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "contacts_persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_contacts_delegations_shared_subjects_Id",
                        column: x => x.Id,
                        principalTable: "shared_subjects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "contacts_holdings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PostId = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Relay = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contacts_holdings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_contacts_holdings_contacts_persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "contacts_persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "contacts_partner_identifiers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PartnerId = table.Column<int>(type: "INTEGER", nullable: false),
                    Scheme = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contacts_partner_identifiers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "contacts_partners",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "FRENCH"),
                    Aliases = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    KindId = table.Column<int>(type: "INTEGER", nullable: false),
                    ParentId = table.Column<int>(type: "INTEGER", nullable: true),
                    Departments = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Street = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    PostalCode = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    City = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "FRENCH"),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Territory = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    RelationOwnerId = table.Column<int>(type: "INTEGER", nullable: true),
                    FollowedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WishedMonths = table.Column<int>(type: "INTEGER", nullable: true),
                    MaximumMonths = table.Column<int>(type: "INTEGER", nullable: true),
                    ExpectedLevel = table.Column<int>(type: "INTEGER", nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    MergedIntoId = table.Column<int>(type: "INTEGER", nullable: true),
                    Notes = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contacts_partners", x => x.Id);
                    table.ForeignKey(
                        name: "FK_contacts_partners_contacts_partner_kinds_KindId",
                        column: x => x.KindId,
                        principalTable: "contacts_partner_kinds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_contacts_partners_contacts_partners_MergedIntoId",
                        column: x => x.MergedIntoId,
                        principalTable: "contacts_partners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_contacts_partners_contacts_partners_ParentId",
                        column: x => x.ParentId,
                        principalTable: "contacts_partners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_contacts_partners_shared_subjects_Id",
                        column: x => x.Id,
                        principalTable: "shared_subjects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "contacts_posts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "FRENCH"),
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    PartnerId = table.Column<int>(type: "INTEGER", nullable: true),
                    EstablishmentId = table.Column<int>(type: "INTEGER", nullable: true),
                    SuperiorId = table.Column<int>(type: "INTEGER", nullable: true),
                    IsServiceLine = table.Column<bool>(type: "INTEGER", nullable: false),
                    Hours = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Site = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    VerifiedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    VerifiedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    VerifyEveryMonths = table.Column<int>(type: "INTEGER", nullable: false),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contacts_posts", x => x.Id);
                    table.CheckConstraint("CK_contacts_posts_owner", "(PartnerId IS NULL AND EstablishmentId IS NOT NULL) OR (PartnerId IS NOT NULL AND EstablishmentId IS NULL)");
                    table.ForeignKey(
                        name: "FK_contacts_posts_contacts_establishments_EstablishmentId",
                        column: x => x.EstablishmentId,
                        principalTable: "contacts_establishments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_contacts_posts_contacts_partners_PartnerId",
                        column: x => x.PartnerId,
                        principalTable: "contacts_partners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_contacts_posts_contacts_posts_SuperiorId",
                        column: x => x.SuperiorId,
                        principalTable: "contacts_posts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_contacts_posts_shared_subjects_Id",
                        column: x => x.Id,
                        principalTable: "shared_subjects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "contacts_prison_accesses",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    EstablishmentId = table.Column<int>(type: "INTEGER", nullable: false),
                    PartnerId = table.Column<int>(type: "INTEGER", nullable: false),
                    IssuedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contacts_prison_accesses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_contacts_prison_accesses_contacts_establishments_EstablishmentId",
                        column: x => x.EstablishmentId,
                        principalTable: "contacts_establishments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_contacts_prison_accesses_contacts_partners_PartnerId",
                        column: x => x.PartnerId,
                        principalTable: "contacts_partners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_contacts_prison_accesses_contacts_persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "contacts_persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_contacts_prison_accesses_shared_subjects_Id",
                        column: x => x.Id,
                        principalTable: "shared_subjects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "contacts_prison_wings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PartnerId = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "FRENCH"),
                    AsOf = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Capacity = table.Column<int>(type: "INTEGER", nullable: true),
                    OperationalCapacity = table.Column<int>(type: "INTEGER", nullable: true),
                    Inmates = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contacts_prison_wings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_contacts_prison_wings_contacts_partners_PartnerId",
                        column: x => x.PartnerId,
                        principalTable: "contacts_partners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "contacts_services",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    EstablishmentId = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "FRENCH"),
                    Summary = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Publics = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    PublicNote = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Measures = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    MeasuresNote = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Places = table.Column<int>(type: "INTEGER", nullable: false),
                    FreePlaces = table.Column<int>(type: "INTEGER", nullable: true),
                    FreePlacesOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Stay = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ShortestMonths = table.Column<int>(type: "INTEGER", nullable: true),
                    LongestMonths = table.Column<int>(type: "INTEGER", nullable: true),
                    Hours = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Leeway = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    DayLeave = table.Column<bool>(type: "INTEGER", nullable: false),
                    NightLeave = table.Column<bool>(type: "INTEGER", nullable: false),
                    Housing = table.Column<int>(type: "INTEGER", nullable: false),
                    Route = table.Column<int>(type: "INTEGER", nullable: false),
                    Delay = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ContactPostId = table.Column<int>(type: "INTEGER", nullable: true),
                    Contact = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contacts_services", x => x.Id);
                    table.ForeignKey(
                        name: "FK_contacts_services_contacts_establishments_EstablishmentId",
                        column: x => x.EstablishmentId,
                        principalTable: "contacts_establishments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_contacts_services_contacts_posts_ContactPostId",
                        column: x => x.ContactPostId,
                        principalTable: "contacts_posts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_contacts_services_shared_subjects_Id",
                        column: x => x.Id,
                        principalTable: "shared_subjects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "conventions_conventions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "FRENCH"),
                    KindId = table.Column<int>(type: "INTEGER", nullable: false),
                    Object = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Places = table.Column<int>(type: "INTEGER", nullable: true),
                    OwnerPostId = table.Column<int>(type: "INTEGER", nullable: true),
                    CounterpartPostId = table.Column<int>(type: "INTEGER", nullable: true),
                    TextDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Start = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    End = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    NoticeMonths = table.Column<int>(type: "INTEGER", nullable: false),
                    NoticeDays = table.Column<int>(type: "INTEGER", nullable: false),
                    Renewal = table.Column<int>(type: "INTEGER", nullable: false),
                    RenewalMonths = table.Column<int>(type: "INTEGER", nullable: true),
                    MaximumRenewals = table.Column<int>(type: "INTEGER", nullable: true),
                    CreatedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    NegotiationOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SentForSignatureOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SignedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    NoticeReceivedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    NoticeFromPartner = table.Column<bool>(type: "INTEGER", nullable: false),
                    RenewalDecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AcceptedSince = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AcceptedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AcceptedReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    AbandonedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AbandonedReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    PredecessorId = table.Column<int>(type: "INTEGER", nullable: true),
                    FinalEnd = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    FinalStart = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    FinalDeadline = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conventions_conventions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_conventions_conventions_contacts_posts_CounterpartPostId",
                        column: x => x.CounterpartPostId,
                        principalTable: "contacts_posts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_conventions_conventions_contacts_posts_OwnerPostId",
                        column: x => x.OwnerPostId,
                        principalTable: "contacts_posts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_conventions_conventions_conventions_conventions_PredecessorId",
                        column: x => x.PredecessorId,
                        principalTable: "conventions_conventions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_conventions_conventions_conventions_kinds_KindId",
                        column: x => x.KindId,
                        principalTable: "conventions_kinds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_conventions_conventions_shared_subjects_Id",
                        column: x => x.Id,
                        principalTable: "shared_subjects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "meetings_participants",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MeetingId = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: true),
                    PostId = table.Column<int>(type: "INTEGER", nullable: true),
                    PartnerId = table.Column<int>(type: "INTEGER", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "FRENCH"),
                    Function = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "FRENCH"),
                    Level = table.Column<int>(type: "INTEGER", nullable: true),
                    Attendance = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_meetings_participants", x => x.Id);
                    table.ForeignKey(
                        name: "FK_meetings_participants_contacts_partners_PartnerId",
                        column: x => x.PartnerId,
                        principalTable: "contacts_partners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_meetings_participants_contacts_persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "contacts_persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_meetings_participants_contacts_posts_PostId",
                        column: x => x.PostId,
                        principalTable: "contacts_posts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_meetings_participants_meetings_meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "meetings_meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserClaims_UserId",
                table: "AspNetUserClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserLogins_UserId",
                table: "AspNetUserLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_contacts_absences_PersonId",
                table: "contacts_absences",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_contacts_absences_SubstituteId",
                table: "contacts_absences",
                column: "SubstituteId");

            migrationBuilder.CreateIndex(
                name: "IX_contacts_admission_parts_ServiceId_Kind",
                table: "contacts_admission_parts",
                columns: new[] { "ServiceId", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_contacts_articulation_EstablishmentId",
                table: "contacts_articulation",
                column: "EstablishmentId");

            migrationBuilder.CreateIndex(
                name: "IX_contacts_articulation_PartnerId_EstablishmentId_On",
                table: "contacts_articulation",
                columns: new[] { "PartnerId", "EstablishmentId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_contacts_authorisation_staff_AuthorisationId_PersonId",
                table: "contacts_authorisation_staff",
                columns: new[] { "AuthorisationId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_contacts_authorisation_staff_PersonId",
                table: "contacts_authorisation_staff",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_contacts_authorisations_AskOn",
                table: "contacts_authorisations",
                column: "AskOn");

            migrationBuilder.CreateIndex(
                name: "IX_contacts_authorisations_AuthorityId",
                table: "contacts_authorisations",
                column: "AuthorityId");

            migrationBuilder.CreateIndex(
                name: "IX_contacts_authorisations_EstablishmentId",
                table: "contacts_authorisations",
                column: "EstablishmentId");

            migrationBuilder.CreateIndex(
                name: "IX_contacts_delegations_PersonId",
                table: "contacts_delegations",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_contacts_delegations_PostId",
                table: "contacts_delegations",
                column: "PostId");

            migrationBuilder.CreateIndex(
                name: "IX_contacts_departures_PersonId",
                table: "contacts_departures",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_contacts_departures_SuccessorId",
                table: "contacts_departures",
                column: "SuccessorId");

            migrationBuilder.CreateIndex(
                name: "IX_contacts_establishments_PoleId",
                table: "contacts_establishments",
                column: "PoleId");

            migrationBuilder.CreateIndex(
                name: "IX_contacts_holdings_PersonId_To",
                table: "contacts_holdings",
                columns: new[] { "PersonId", "To" });

            migrationBuilder.CreateIndex(
                name: "IX_contacts_holdings_PostId",
                table: "contacts_holdings",
                column: "PostId");

            migrationBuilder.CreateIndex(
                name: "IX_contacts_partner_identifiers_PartnerId",
                table: "contacts_partner_identifiers",
                column: "PartnerId");

            migrationBuilder.CreateIndex(
                name: "IX_contacts_partner_identifiers_Scheme_Value",
                table: "contacts_partner_identifiers",
                columns: new[] { "Scheme", "Value" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_contacts_partner_kinds_Code",
                table: "contacts_partner_kinds",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_contacts_partners_KindId",
                table: "contacts_partners",
                column: "KindId");

            migrationBuilder.CreateIndex(
                name: "IX_contacts_partners_MergedIntoId",
                table: "contacts_partners",
                column: "MergedIntoId");

            migrationBuilder.CreateIndex(
                name: "IX_contacts_partners_Name",
                table: "contacts_partners",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_contacts_partners_ParentId",
                table: "contacts_partners",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_contacts_partners_RelationOwnerId",
                table: "contacts_partners",
                column: "RelationOwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_contacts_persons_LastName_FirstName",
                table: "contacts_persons",
                columns: new[] { "LastName", "FirstName" });

            migrationBuilder.CreateIndex(
                name: "IX_contacts_persons_MergedIntoId",
                table: "contacts_persons",
                column: "MergedIntoId");

            migrationBuilder.CreateIndex(
                name: "IX_contacts_posts_EstablishmentId",
                table: "contacts_posts",
                column: "EstablishmentId");

            migrationBuilder.CreateIndex(
                name: "IX_contacts_posts_PartnerId",
                table: "contacts_posts",
                column: "PartnerId");

            migrationBuilder.CreateIndex(
                name: "IX_contacts_posts_SuperiorId",
                table: "contacts_posts",
                column: "SuperiorId");

            migrationBuilder.CreateIndex(
                name: "IX_contacts_prison_accesses_EstablishmentId",
                table: "contacts_prison_accesses",
                column: "EstablishmentId");

            migrationBuilder.CreateIndex(
                name: "IX_contacts_prison_accesses_PartnerId",
                table: "contacts_prison_accesses",
                column: "PartnerId");

            migrationBuilder.CreateIndex(
                name: "IX_contacts_prison_accesses_PersonId",
                table: "contacts_prison_accesses",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_contacts_prison_accesses_Until",
                table: "contacts_prison_accesses",
                column: "Until");

            migrationBuilder.CreateIndex(
                name: "IX_contacts_prison_wings_PartnerId",
                table: "contacts_prison_wings",
                column: "PartnerId");

            migrationBuilder.CreateIndex(
                name: "IX_contacts_services_ContactPostId",
                table: "contacts_services",
                column: "ContactPostId");

            migrationBuilder.CreateIndex(
                name: "IX_contacts_services_EstablishmentId",
                table: "contacts_services",
                column: "EstablishmentId");

            migrationBuilder.CreateIndex(
                name: "IX_contacts_staff_EstablishmentId",
                table: "contacts_staff",
                column: "EstablishmentId");

            migrationBuilder.CreateIndex(
                name: "IX_contacts_staff_PersonId",
                table: "contacts_staff",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_conventions_conventions_CounterpartPostId",
                table: "conventions_conventions",
                column: "CounterpartPostId");

            migrationBuilder.CreateIndex(
                name: "IX_conventions_conventions_KindId",
                table: "conventions_conventions",
                column: "KindId");

            migrationBuilder.CreateIndex(
                name: "IX_conventions_conventions_Number",
                table: "conventions_conventions",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_conventions_conventions_OwnerPostId",
                table: "conventions_conventions",
                column: "OwnerPostId");

            migrationBuilder.CreateIndex(
                name: "IX_conventions_conventions_PredecessorId",
                table: "conventions_conventions",
                column: "PredecessorId");

            migrationBuilder.CreateIndex(
                name: "IX_conventions_kinds_Code",
                table: "conventions_kinds",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_meetings_kinds_Code",
                table: "meetings_kinds",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_meetings_meetings_KindId",
                table: "meetings_meetings",
                column: "KindId");

            migrationBuilder.CreateIndex(
                name: "IX_meetings_meetings_On",
                table: "meetings_meetings",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_meetings_participants_MeetingId",
                table: "meetings_participants",
                column: "MeetingId");

            migrationBuilder.CreateIndex(
                name: "IX_meetings_participants_PartnerId",
                table: "meetings_participants",
                column: "PartnerId");

            migrationBuilder.CreateIndex(
                name: "IX_meetings_participants_PersonId",
                table: "meetings_participants",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_meetings_participants_PostId",
                table: "meetings_participants",
                column: "PostId");

            migrationBuilder.CreateIndex(
                name: "IX_reminders_deliveries_PersonId",
                table: "reminders_deliveries",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_reminders_deliveries_ReminderId_Step_PersonId",
                table: "reminders_deliveries",
                columns: new[] { "ReminderId", "Step", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_reminders_reminders_AcknowledgedById",
                table: "reminders_reminders",
                column: "AcknowledgedById");

            migrationBuilder.CreateIndex(
                name: "IX_reminders_reminders_DoneOn_Due",
                table: "reminders_reminders",
                columns: new[] { "DoneOn", "Due" });

            migrationBuilder.CreateIndex(
                name: "IX_reminders_reminders_PostId",
                table: "reminders_reminders",
                column: "PostId");

            migrationBuilder.CreateIndex(
                name: "IX_reminders_reminders_Rule_SubjectId_Due",
                table: "reminders_reminders",
                columns: new[] { "Rule", "SubjectId", "Due" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_reminders_reminders_SubjectId",
                table: "reminders_reminders",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_shared_account_scopes_SubjectId",
                table: "shared_account_scopes",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "shared_accounts",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "IX_shared_accounts_PersonId",
                table: "shared_accounts",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "shared_accounts",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_shared_audit_At",
                table: "shared_audit",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_shared_audit_SubjectId_At",
                table: "shared_audit",
                columns: new[] { "SubjectId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_shared_files_Hash",
                table: "shared_files",
                column: "Hash");

            migrationBuilder.CreateIndex(
                name: "IX_shared_files_SubjectId",
                table: "shared_files",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_shared_import_columns_Kind_Header",
                table: "shared_import_columns",
                columns: new[] { "Kind", "Header" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_shared_import_entries_RecordId",
                table: "shared_import_entries",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_shared_import_entries_RunId",
                table: "shared_import_entries",
                column: "RunId");

            migrationBuilder.CreateIndex(
                name: "IX_shared_import_lines_RunId_Action_Line",
                table: "shared_import_lines",
                columns: new[] { "RunId", "Action", "Line" });

            migrationBuilder.CreateIndex(
                name: "IX_shared_links_Hash",
                table: "shared_links",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_shared_links_Purpose_Payload",
                table: "shared_links",
                columns: new[] { "Purpose", "Payload" });

            migrationBuilder.CreateIndex(
                name: "IX_shared_outbox_SentAt_GivenUpAt_DueAt",
                table: "shared_outbox",
                columns: new[] { "SentAt", "GivenUpAt", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_shared_reference_items_List_Code",
                table: "shared_reference_items",
                columns: new[] { "List", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_shared_saved_filters_AccountId",
                table: "shared_saved_filters",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_shared_saved_filters_List",
                table: "shared_saved_filters",
                column: "List");

            migrationBuilder.CreateIndex(
                name: "IX_shared_subject_links_ToId_Role",
                table: "shared_subject_links",
                columns: new[] { "ToId", "Role" });

            migrationBuilder.CreateIndex(
                name: "IX_shared_subjects_Kind_Date",
                table: "shared_subjects",
                columns: new[] { "Kind", "Date" });

            migrationBuilder.CreateIndex(
                name: "IX_shared_subjects_ParentId",
                table: "shared_subjects",
                column: "ParentId");

            migrationBuilder.AddForeignKey(
                name: "FK_contacts_admission_parts_contacts_services_ServiceId",
                table: "contacts_admission_parts",
                column: "ServiceId",
                principalTable: "contacts_services",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "FK_contacts_articulation_contacts_partners_PartnerId",
                table: "contacts_articulation",
                column: "PartnerId",
                principalTable: "contacts_partners",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_contacts_authorisation_staff_contacts_authorisations_AuthorisationId",
                table: "contacts_authorisation_staff",
                column: "AuthorisationId",
                principalTable: "contacts_authorisations",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "FK_contacts_authorisations_contacts_partners_AuthorityId",
                table: "contacts_authorisations",
                column: "AuthorityId",
                principalTable: "contacts_partners",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_contacts_delegations_contacts_posts_PostId",
                table: "contacts_delegations",
                column: "PostId",
                principalTable: "contacts_posts",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_contacts_holdings_contacts_posts_PostId",
                table: "contacts_holdings",
                column: "PostId",
                principalTable: "contacts_posts",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "FK_contacts_partner_identifiers_contacts_partners_PartnerId",
                table: "contacts_partner_identifiers",
                column: "PartnerId",
                principalTable: "contacts_partners",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "FK_contacts_partners_contacts_posts_RelationOwnerId",
                table: "contacts_partners",
                column: "RelationOwnerId",
                principalTable: "contacts_posts",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_contacts_posts_contacts_establishments_EstablishmentId",
                table: "contacts_posts");

            migrationBuilder.DropForeignKey(
                name: "FK_contacts_posts_contacts_partners_PartnerId",
                table: "contacts_posts");

            migrationBuilder.DropTable(
                name: "AspNetUserClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserLogins");

            migrationBuilder.DropTable(
                name: "AspNetUserTokens");

            migrationBuilder.DropTable(
                name: "contacts_absences");

            migrationBuilder.DropTable(
                name: "contacts_admission_parts");

            migrationBuilder.DropTable(
                name: "contacts_articulation");

            migrationBuilder.DropTable(
                name: "contacts_authorisation_staff");

            migrationBuilder.DropTable(
                name: "contacts_delegations");

            migrationBuilder.DropTable(
                name: "contacts_departures");

            migrationBuilder.DropTable(
                name: "contacts_holdings");

            migrationBuilder.DropTable(
                name: "contacts_partner_identifiers");

            migrationBuilder.DropTable(
                name: "contacts_prison_accesses");

            migrationBuilder.DropTable(
                name: "contacts_prison_wings");

            migrationBuilder.DropTable(
                name: "contacts_staff");

            migrationBuilder.DropTable(
                name: "conventions_conventions");

            migrationBuilder.DropTable(
                name: "conventions_numbers");

            migrationBuilder.DropTable(
                name: "meetings_participants");

            migrationBuilder.DropTable(
                name: "reminders_deliveries");

            migrationBuilder.DropTable(
                name: "shared_account_scopes");

            migrationBuilder.DropTable(
                name: "shared_audit");

            migrationBuilder.DropTable(
                name: "shared_drafts");

            migrationBuilder.DropTable(
                name: "shared_file_chunks");

            migrationBuilder.DropTable(
                name: "shared_import_columns");

            migrationBuilder.DropTable(
                name: "shared_import_entries");

            migrationBuilder.DropTable(
                name: "shared_import_files");

            migrationBuilder.DropTable(
                name: "shared_import_lines");

            migrationBuilder.DropTable(
                name: "shared_keys");

            migrationBuilder.DropTable(
                name: "shared_links");

            migrationBuilder.DropTable(
                name: "shared_outbox");

            migrationBuilder.DropTable(
                name: "shared_reference_items");

            migrationBuilder.DropTable(
                name: "shared_saved_filters");

            migrationBuilder.DropTable(
                name: "shared_subject_links");

            migrationBuilder.DropTable(
                name: "contacts_services");

            migrationBuilder.DropTable(
                name: "contacts_authorisations");

            migrationBuilder.DropTable(
                name: "conventions_kinds");

            migrationBuilder.DropTable(
                name: "contacts_persons");

            migrationBuilder.DropTable(
                name: "meetings_meetings");

            migrationBuilder.DropTable(
                name: "reminders_reminders");

            migrationBuilder.DropTable(
                name: "shared_files");

            migrationBuilder.DropTable(
                name: "shared_import_runs");

            migrationBuilder.DropTable(
                name: "shared_accounts");

            migrationBuilder.DropTable(
                name: "meetings_kinds");

            migrationBuilder.DropTable(
                name: "contacts_establishments");

            migrationBuilder.DropTable(
                name: "contacts_poles");

            migrationBuilder.DropTable(
                name: "contacts_partners");

            migrationBuilder.DropTable(
                name: "contacts_partner_kinds");

            migrationBuilder.DropTable(
                name: "contacts_posts");

            migrationBuilder.DropTable(
                name: "shared_subjects");
        }
    }
}
