using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Intranet.Host.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Training : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "training_budgets",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    EstablishmentId = table.Column<int>(type: "int", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_training_budgets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_training_budgets_contacts_establishments_EstablishmentId",
                        column: x => x.EstablishmentId,
                        principalTable: "contacts_establishments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "training_courses",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Objectives = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    Contents = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Topics = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Provider = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    Duration = table.Column<int>(type: "int", nullable: false),
                    Cost = table.Column<long>(type: "bigint", nullable: true),
                    Validity = table.Column<int>(type: "int", nullable: false),
                    ValidityMonths = table.Column<int>(type: "int", nullable: true),
                    RenewalMonths = table.Column<int>(type: "int", nullable: false),
                    ReplacesId = table.Column<int>(type: "int", nullable: true),
                    HandOnWeeks = table.Column<int>(type: "int", nullable: true),
                    RetiredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_training_courses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_training_courses_shared_subjects_Id",
                        column: x => x.Id,
                        principalTable: "shared_subjects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_training_courses_training_courses_ReplacesId",
                        column: x => x.ReplacesId,
                        principalTable: "training_courses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "training_immersions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    Way = table.Column<int>(type: "int", nullable: false),
                    PersonId = table.Column<int>(type: "int", nullable: false),
                    EstablishmentId = table.Column<int>(type: "int", nullable: false),
                    PartnerId = table.Column<int>(type: "int", nullable: false),
                    TutorId = table.Column<int>(type: "int", nullable: true),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: false),
                    Aims = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Return = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    ReturnedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CancelledOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_training_immersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_training_immersions_contacts_establishments_EstablishmentId",
                        column: x => x.EstablishmentId,
                        principalTable: "contacts_establishments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_training_immersions_contacts_partners_PartnerId",
                        column: x => x.PartnerId,
                        principalTable: "contacts_partners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_training_immersions_contacts_persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "contacts_persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_training_immersions_contacts_persons_TutorId",
                        column: x => x.TutorId,
                        principalTable: "contacts_persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_training_immersions_shared_subjects_Id",
                        column: x => x.Id,
                        principalTable: "shared_subjects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "training_requirements",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Target = table.Column<int>(type: "int", nullable: false),
                    Function = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    EstablishmentId = table.Column<int>(type: "int", nullable: true),
                    EstablishmentKind = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    ServiceId = table.Column<int>(type: "int", nullable: true),
                    AtLeast = table.Column<int>(type: "int", nullable: true),
                    DelayDays = table.Column<int>(type: "int", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_training_requirements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_training_requirements_contacts_establishments_EstablishmentId",
                        column: x => x.EstablishmentId,
                        principalTable: "contacts_establishments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_training_requirements_shared_subjects_Id",
                        column: x => x.Id,
                        principalTable: "shared_subjects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_training_requirements_shared_subjects_ServiceId",
                        column: x => x.ServiceId,
                        principalTable: "shared_subjects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "training_sharing",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    EveryWeeks = table.Column<int>(type: "int", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    PartnerId = table.Column<int>(type: "int", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_training_sharing", x => x.Id);
                    table.ForeignKey(
                        name: "FK_training_sharing_contacts_partners_PartnerId",
                        column: x => x.PartnerId,
                        principalTable: "contacts_partners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_training_sharing_shared_subjects_Id",
                        column: x => x.Id,
                        principalTable: "shared_subjects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "training_sessions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    CourseId = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Place = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    IsRemote = table.Column<bool>(type: "bit", nullable: false),
                    EstablishmentId = table.Column<int>(type: "int", nullable: true),
                    Trainer = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Capacity = table.Column<int>(type: "int", nullable: false),
                    Minimum = table.Column<int>(type: "int", nullable: false),
                    NeedsApproval = table.Column<bool>(type: "bit", nullable: false),
                    IsOpenToPartners = table.Column<bool>(type: "bit", nullable: false),
                    FixedCost = table.Column<long>(type: "bigint", nullable: true),
                    Notes = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: false),
                    CancelledOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CancelledReason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    ClosedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ClosedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    InvitationHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    InvitationUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_training_sessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_training_sessions_contacts_establishments_EstablishmentId",
                        column: x => x.EstablishmentId,
                        principalTable: "contacts_establishments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_training_sessions_shared_subjects_Id",
                        column: x => x.Id,
                        principalTable: "shared_subjects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_training_sessions_training_courses_CourseId",
                        column: x => x.CourseId,
                        principalTable: "training_courses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "training_requirement_courses",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    RequirementId = table.Column<int>(type: "int", nullable: false),
                    CourseId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_training_requirement_courses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_training_requirement_courses_training_courses_CourseId",
                        column: x => x.CourseId,
                        principalTable: "training_courses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_training_requirement_courses_training_requirements_RequirementId",
                        column: x => x.RequirementId,
                        principalTable: "training_requirements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "training_sharing_held",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SharingId = table.Column<int>(type: "int", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    HeadCount = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_training_sharing_held", x => x.Id);
                    table.ForeignKey(
                        name: "FK_training_sharing_held_training_sharing_SharingId",
                        column: x => x.SharingId,
                        principalTable: "training_sharing",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "training_enrolments",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SessionId = table.Column<int>(type: "int", nullable: false),
                    PersonId = table.Column<int>(type: "int", nullable: true),
                    GuestName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    GuestFunction = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    GuestMail = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false),
                    GuestOrganisation = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    PartnerId = table.Column<int>(type: "int", nullable: true),
                    AskedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    AskedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    ApprovedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ApprovedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    SeatedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    RefusedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RefusedReason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "date", nullable: true),
                    WithdrawnReason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_training_enrolments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_training_enrolments_contacts_partners_PartnerId",
                        column: x => x.PartnerId,
                        principalTable: "contacts_partners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_training_enrolments_contacts_persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "contacts_persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_training_enrolments_training_sessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "training_sessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "training_hand_ons",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SessionId = table.Column<int>(type: "int", nullable: false),
                    EstablishmentId = table.Column<int>(type: "int", nullable: false),
                    Due = table.Column<DateOnly>(type: "date", nullable: false),
                    PersonId = table.Column<int>(type: "int", nullable: true),
                    DoneOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Summary = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_training_hand_ons", x => x.Id);
                    table.ForeignKey(
                        name: "FK_training_hand_ons_contacts_establishments_EstablishmentId",
                        column: x => x.EstablishmentId,
                        principalTable: "contacts_establishments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_training_hand_ons_contacts_persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "contacts_persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_training_hand_ons_training_sessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "training_sessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "training_records",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    PersonId = table.Column<int>(type: "int", nullable: false),
                    CourseId = table.Column<int>(type: "int", nullable: false),
                    SessionId = table.Column<int>(type: "int", nullable: true),
                    Origin = table.Column<int>(type: "int", nullable: false),
                    CompletedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    StatedUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    Minutes = table.Column<int>(type: "int", nullable: false),
                    Cost = table.Column<long>(type: "bigint", nullable: false),
                    Note = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    SubmittedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    SubmittedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    AcceptedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AcceptedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    RefusedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RefusedReason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    CancelledOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CorrectedReason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_training_records", x => x.Id);
                    table.ForeignKey(
                        name: "FK_training_records_contacts_persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "contacts_persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_training_records_shared_subjects_Id",
                        column: x => x.Id,
                        principalTable: "shared_subjects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_training_records_training_courses_CourseId",
                        column: x => x.CourseId,
                        principalTable: "training_courses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_training_records_training_sessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "training_sessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "training_slots",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SessionId = table.Column<int>(type: "int", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    StartMinute = table.Column<int>(type: "int", nullable: false),
                    Duration = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_training_slots", x => x.Id);
                    table.ForeignKey(
                        name: "FK_training_slots_training_sessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "training_sessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "training_presences",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SessionId = table.Column<int>(type: "int", nullable: false),
                    EnrolmentId = table.Column<int>(type: "int", nullable: false),
                    SlotId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_training_presences", x => x.Id);
                    table.ForeignKey(
                        name: "FK_training_presences_training_enrolments_EnrolmentId",
                        column: x => x.EnrolmentId,
                        principalTable: "training_enrolments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_training_presences_training_sessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "training_sessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_training_presences_training_slots_SlotId",
                        column: x => x.SlotId,
                        principalTable: "training_slots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_training_budgets_EstablishmentId",
                table: "training_budgets",
                column: "EstablishmentId");

            migrationBuilder.CreateIndex(
                name: "IX_training_budgets_Year_EstablishmentId",
                table: "training_budgets",
                columns: new[] { "Year", "EstablishmentId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_training_courses_ReplacesId",
                table: "training_courses",
                column: "ReplacesId");

            migrationBuilder.CreateIndex(
                name: "IX_training_enrolments_PartnerId",
                table: "training_enrolments",
                column: "PartnerId");

            migrationBuilder.CreateIndex(
                name: "IX_training_enrolments_PersonId",
                table: "training_enrolments",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_training_enrolments_SessionId",
                table: "training_enrolments",
                column: "SessionId");

            migrationBuilder.CreateIndex(
                name: "IX_training_hand_ons_EstablishmentId",
                table: "training_hand_ons",
                column: "EstablishmentId");

            migrationBuilder.CreateIndex(
                name: "IX_training_hand_ons_PersonId",
                table: "training_hand_ons",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_training_hand_ons_SessionId_EstablishmentId",
                table: "training_hand_ons",
                columns: new[] { "SessionId", "EstablishmentId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_training_immersions_EstablishmentId",
                table: "training_immersions",
                column: "EstablishmentId");

            migrationBuilder.CreateIndex(
                name: "IX_training_immersions_PartnerId",
                table: "training_immersions",
                column: "PartnerId");

            migrationBuilder.CreateIndex(
                name: "IX_training_immersions_PersonId",
                table: "training_immersions",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_training_immersions_TutorId",
                table: "training_immersions",
                column: "TutorId");

            migrationBuilder.CreateIndex(
                name: "IX_training_presences_EnrolmentId_SlotId",
                table: "training_presences",
                columns: new[] { "EnrolmentId", "SlotId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_training_presences_SessionId",
                table: "training_presences",
                column: "SessionId");

            migrationBuilder.CreateIndex(
                name: "IX_training_presences_SlotId",
                table: "training_presences",
                column: "SlotId");

            migrationBuilder.CreateIndex(
                name: "IX_training_records_CourseId",
                table: "training_records",
                column: "CourseId");

            migrationBuilder.CreateIndex(
                name: "IX_training_records_PersonId_CourseId_CompletedOn",
                table: "training_records",
                columns: new[] { "PersonId", "CourseId", "CompletedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_training_records_SessionId",
                table: "training_records",
                column: "SessionId");

            migrationBuilder.CreateIndex(
                name: "IX_training_requirement_courses_CourseId",
                table: "training_requirement_courses",
                column: "CourseId");

            migrationBuilder.CreateIndex(
                name: "IX_training_requirement_courses_RequirementId_CourseId",
                table: "training_requirement_courses",
                columns: new[] { "RequirementId", "CourseId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_training_requirements_EstablishmentId",
                table: "training_requirements",
                column: "EstablishmentId");

            migrationBuilder.CreateIndex(
                name: "IX_training_requirements_ServiceId",
                table: "training_requirements",
                column: "ServiceId");

            migrationBuilder.CreateIndex(
                name: "IX_training_sessions_CourseId",
                table: "training_sessions",
                column: "CourseId");

            migrationBuilder.CreateIndex(
                name: "IX_training_sessions_EstablishmentId",
                table: "training_sessions",
                column: "EstablishmentId");

            migrationBuilder.CreateIndex(
                name: "IX_training_sessions_From",
                table: "training_sessions",
                column: "From");

            migrationBuilder.CreateIndex(
                name: "IX_training_sessions_InvitationHash",
                table: "training_sessions",
                column: "InvitationHash");

            migrationBuilder.CreateIndex(
                name: "IX_training_sharing_PartnerId",
                table: "training_sharing",
                column: "PartnerId");

            migrationBuilder.CreateIndex(
                name: "IX_training_sharing_held_SharingId_On",
                table: "training_sharing_held",
                columns: new[] { "SharingId", "On" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_training_slots_SessionId_On_StartMinute",
                table: "training_slots",
                columns: new[] { "SessionId", "On", "StartMinute" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "training_budgets");

            migrationBuilder.DropTable(
                name: "training_hand_ons");

            migrationBuilder.DropTable(
                name: "training_immersions");

            migrationBuilder.DropTable(
                name: "training_presences");

            migrationBuilder.DropTable(
                name: "training_records");

            migrationBuilder.DropTable(
                name: "training_requirement_courses");

            migrationBuilder.DropTable(
                name: "training_sharing_held");

            migrationBuilder.DropTable(
                name: "training_enrolments");

            migrationBuilder.DropTable(
                name: "training_slots");

            migrationBuilder.DropTable(
                name: "training_requirements");

            migrationBuilder.DropTable(
                name: "training_sharing");

            migrationBuilder.DropTable(
                name: "training_sessions");

            migrationBuilder.DropTable(
                name: "training_courses");
        }
    }
}
