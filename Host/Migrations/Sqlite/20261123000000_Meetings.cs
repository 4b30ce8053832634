using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Intranet.Host.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Meetings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Attachment",
                table: "shared_outbox",
                type: "TEXT",
                maxLength: -1,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "AttachmentName",
                table: "shared_outbox",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "AttachmentType",
                table: "shared_outbox",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Email",
                table: "meetings_participants",
                type: "TEXT",
                maxLength: 256,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "CirculatedOn",
                table: "meetings_meetings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Duration",
                table: "meetings_meetings",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "InternalMinutes",
                table: "meetings_meetings",
                type: "TEXT",
                maxLength: -1,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "IsInternal",
                table: "meetings_meetings",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Place",
                table: "meetings_meetings",
                type: "TEXT",
                maxLength: 300,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "PlannedOn",
                table: "meetings_meetings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "PostponedOn",
                table: "meetings_meetings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PostponedReason",
                table: "meetings_meetings",
                type: "TEXT",
                maxLength: 1000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "RoundId",
                table: "meetings_meetings",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "StartMinute",
                table: "meetings_meetings",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Agenda",
                table: "meetings_kinds",
                type: "TEXT",
                maxLength: 2000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Duration",
                table: "meetings_kinds",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Icon",
                table: "meetings_kinds",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "meetings_agenda",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MeetingId = table.Column<int>(type: "INTEGER", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false, collation: "FRENCH"),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: true),
                    OwnerPostId = table.Column<int>(type: "INTEGER", nullable: true),
                    Fate = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_meetings_agenda", x => x.Id);
                    table.ForeignKey(
                        name: "FK_meetings_agenda_contacts_posts_OwnerPostId",
                        column: x => x.OwnerPostId,
                        principalTable: "contacts_posts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_meetings_agenda_meetings_meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "meetings_meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "meetings_closures",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Label = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "FRENCH"),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PartnerId = table.Column<int>(type: "INTEGER", nullable: true),
                    Department = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_meetings_closures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_meetings_closures_contacts_partners_PartnerId",
                        column: x => x.PartnerId,
                        principalTable: "contacts_partners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "meetings_feeds",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "FRENCH"),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RevokedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReadAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_meetings_feeds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_meetings_feeds_contacts_persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "contacts_persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "meetings_invitations",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MeetingId = table.Column<int>(type: "INTEGER", nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "FRENCH"),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: true),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    IsCancelled = table.Column<bool>(type: "INTEGER", nullable: false),
                    Answer = table.Column<int>(type: "INTEGER", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_meetings_invitations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_meetings_invitations_meetings_meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "meetings_meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "meetings_loads",
                columns: table => new
                {
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    PerWeek = table.Column<int>(type: "INTEGER", nullable: false),
                    PerMonth = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_meetings_loads", x => x.PersonId);
                    table.ForeignKey(
                        name: "FK_meetings_loads_contacts_persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "contacts_persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "meetings_notices",
                columns: table => new
                {
                    MeetingId = table.Column<int>(type: "INTEGER", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    NotifyAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Told = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_meetings_notices", x => x.MeetingId);
                    table.ForeignKey(
                        name: "FK_meetings_notices_meetings_meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "meetings_meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "meetings_remarks",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MeetingId = table.Column<int>(type: "INTEGER", nullable: false),
                    Author = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    IsOurs = table.Column<bool>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SettledOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_meetings_remarks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_meetings_remarks_meetings_meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "meetings_meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "meetings_rounds",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "FRENCH"),
                    PartnerId = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_meetings_rounds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_meetings_rounds_contacts_partners_PartnerId",
                        column: x => x.PartnerId,
                        principalTable: "contacts_partners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_meetings_rounds_shared_subjects_Id",
                        column: x => x.Id,
                        principalTable: "shared_subjects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "meetings_series",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "FRENCH"),
                    PartnerId = table.Column<int>(type: "INTEGER", nullable: false),
                    Rhythm = table.Column<int>(type: "INTEGER", nullable: false),
                    Weekday = table.Column<int>(type: "INTEGER", nullable: false),
                    Rank = table.Column<int>(type: "INTEGER", nullable: false),
                    StartMinute = table.Column<int>(type: "INTEGER", nullable: true),
                    Duration = table.Column<int>(type: "INTEGER", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PostId = table.Column<int>(type: "INTEGER", nullable: true),
                    NoticePostId = table.Column<int>(type: "INTEGER", nullable: true),
                    NoticeDays = table.Column<int>(type: "INTEGER", nullable: false),
                    Notes = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_meetings_series", x => x.Id);
                    table.ForeignKey(
                        name: "FK_meetings_series_contacts_partners_PartnerId",
                        column: x => x.PartnerId,
                        principalTable: "contacts_partners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_meetings_series_contacts_posts_NoticePostId",
                        column: x => x.NoticePostId,
                        principalTable: "contacts_posts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_meetings_series_contacts_posts_PostId",
                        column: x => x.PostId,
                        principalTable: "contacts_posts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_meetings_series_shared_subjects_Id",
                        column: x => x.Id,
                        principalTable: "shared_subjects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "meetings_solicitations",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PartnerId = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Means = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Comment = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Author = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Answer = table.Column<int>(type: "INTEGER", nullable: false),
                    AnsweredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_meetings_solicitations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_meetings_solicitations_contacts_partners_PartnerId",
                        column: x => x.PartnerId,
                        principalTable: "contacts_partners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "meetings_topics",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PartnerId = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Author = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    FromMeetingId = table.Column<int>(type: "INTEGER", nullable: true),
                    MeetingId = table.Column<int>(type: "INTEGER", nullable: true),
                    DroppedOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_meetings_topics", x => x.Id);
                    table.ForeignKey(
                        name: "FK_meetings_topics_contacts_partners_PartnerId",
                        column: x => x.PartnerId,
                        principalTable: "contacts_partners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_meetings_topics_meetings_meetings_FromMeetingId",
                        column: x => x.FromMeetingId,
                        principalTable: "meetings_meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_meetings_topics_meetings_meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "meetings_meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "meetings_outcomes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MeetingId = table.Column<int>(type: "INTEGER", nullable: false),
                    LineId = table.Column<int>(type: "INTEGER", nullable: true),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    IsOurs = table.Column<bool>(type: "INTEGER", nullable: true),
                    PostId = table.Column<int>(type: "INTEGER", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DoneOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DroppedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Comment = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_meetings_outcomes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_meetings_outcomes_contacts_posts_PostId",
                        column: x => x.PostId,
                        principalTable: "contacts_posts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_meetings_outcomes_meetings_agenda_LineId",
                        column: x => x.LineId,
                        principalTable: "meetings_agenda",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_meetings_outcomes_meetings_meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "meetings_meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "meetings_series_exceptions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SeriesId = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    MovedTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_meetings_series_exceptions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_meetings_series_exceptions_meetings_series_SeriesId",
                        column: x => x.SeriesId,
                        principalTable: "meetings_series",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "meetings_series_notices",
                columns: table => new
                {
                    SeriesId = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_meetings_series_notices", x => new { x.SeriesId, x.On });
                    table.ForeignKey(
                        name: "FK_meetings_series_notices_meetings_series_SeriesId",
                        column: x => x.SeriesId,
                        principalTable: "meetings_series",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_meetings_meetings_RoundId",
                table: "meetings_meetings",
                column: "RoundId");

            migrationBuilder.CreateIndex(
                name: "IX_meetings_agenda_MeetingId",
                table: "meetings_agenda",
                column: "MeetingId");

            migrationBuilder.CreateIndex(
                name: "IX_meetings_agenda_OwnerPostId",
                table: "meetings_agenda",
                column: "OwnerPostId");

            migrationBuilder.CreateIndex(
                name: "IX_meetings_closures_PartnerId",
                table: "meetings_closures",
                column: "PartnerId");

            migrationBuilder.CreateIndex(
                name: "IX_meetings_feeds_Hash",
                table: "meetings_feeds",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_meetings_feeds_PersonId",
                table: "meetings_feeds",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_meetings_invitations_MeetingId_Email",
                table: "meetings_invitations",
                columns: new[] { "MeetingId", "Email" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_meetings_notices_NotifyAt",
                table: "meetings_notices",
                column: "NotifyAt");

            migrationBuilder.CreateIndex(
                name: "IX_meetings_outcomes_Kind_DueOn",
                table: "meetings_outcomes",
                columns: new[] { "Kind", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_meetings_outcomes_LineId",
                table: "meetings_outcomes",
                column: "LineId");

            migrationBuilder.CreateIndex(
                name: "IX_meetings_outcomes_MeetingId",
                table: "meetings_outcomes",
                column: "MeetingId");

            migrationBuilder.CreateIndex(
                name: "IX_meetings_outcomes_PostId",
                table: "meetings_outcomes",
                column: "PostId");

            migrationBuilder.CreateIndex(
                name: "IX_meetings_remarks_MeetingId",
                table: "meetings_remarks",
                column: "MeetingId");

            migrationBuilder.CreateIndex(
                name: "IX_meetings_rounds_PartnerId",
                table: "meetings_rounds",
                column: "PartnerId");

            migrationBuilder.CreateIndex(
                name: "IX_meetings_series_NoticePostId",
                table: "meetings_series",
                column: "NoticePostId");

            migrationBuilder.CreateIndex(
                name: "IX_meetings_series_PartnerId",
                table: "meetings_series",
                column: "PartnerId");

            migrationBuilder.CreateIndex(
                name: "IX_meetings_series_PostId",
                table: "meetings_series",
                column: "PostId");

            migrationBuilder.CreateIndex(
                name: "IX_meetings_series_exceptions_SeriesId_On",
                table: "meetings_series_exceptions",
                columns: new[] { "SeriesId", "On" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_meetings_solicitations_PartnerId",
                table: "meetings_solicitations",
                column: "PartnerId");

            migrationBuilder.CreateIndex(
                name: "IX_meetings_topics_FromMeetingId",
                table: "meetings_topics",
                column: "FromMeetingId");

            migrationBuilder.CreateIndex(
                name: "IX_meetings_topics_MeetingId",
                table: "meetings_topics",
                column: "MeetingId");

            migrationBuilder.CreateIndex(
                name: "IX_meetings_topics_PartnerId",
                table: "meetings_topics",
                column: "PartnerId");

            migrationBuilder.AddForeignKey(
                name: "FK_meetings_meetings_meetings_rounds_RoundId",
                table: "meetings_meetings",
                column: "RoundId",
                principalTable: "meetings_rounds",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            // Meetings entered so far were no drafts; kinds get their chip in the planner.
            migrationBuilder.Sql("UPDATE meetings_meetings SET PlannedOn = [On]");
            migrationBuilder.Sql("UPDATE meetings_kinds SET Duration = 120, Icon = CASE Code WHEN 'annual' THEN 'users' WHEN 'visit' THEN 'map-pin' WHEN 'steering' THEN 'clipboard-list' WHEN 'operational' THEN 'clipboard-check' WHEN 'round' THEN 'route' WHEN 'immersion' THEN 'arrows-exchange' WHEN 'checkpoint' THEN 'message-circle' WHEN 'all-well' THEN 'thumb-up' ELSE 'calendar-event' END");
            migrationBuilder.Sql("UPDATE meetings_meetings SET Duration = 120");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_meetings_meetings_meetings_rounds_RoundId",
                table: "meetings_meetings");

            migrationBuilder.DropTable(
                name: "meetings_closures");

            migrationBuilder.DropTable(
                name: "meetings_feeds");

            migrationBuilder.DropTable(
                name: "meetings_invitations");

            migrationBuilder.DropTable(
                name: "meetings_loads");

            migrationBuilder.DropTable(
                name: "meetings_notices");

            migrationBuilder.DropTable(
                name: "meetings_outcomes");

            migrationBuilder.DropTable(
                name: "meetings_remarks");

            migrationBuilder.DropTable(
                name: "meetings_rounds");

            migrationBuilder.DropTable(
                name: "meetings_series_exceptions");

            migrationBuilder.DropTable(
                name: "meetings_series_notices");

            migrationBuilder.DropTable(
                name: "meetings_solicitations");

            migrationBuilder.DropTable(
                name: "meetings_topics");

            migrationBuilder.DropTable(
                name: "meetings_agenda");

            migrationBuilder.DropTable(
                name: "meetings_series");

            migrationBuilder.DropIndex(
                name: "IX_meetings_meetings_RoundId",
                table: "meetings_meetings");

            migrationBuilder.DropColumn(
                name: "Attachment",
                table: "shared_outbox");

            migrationBuilder.DropColumn(
                name: "AttachmentName",
                table: "shared_outbox");

            migrationBuilder.DropColumn(
                name: "AttachmentType",
                table: "shared_outbox");

            migrationBuilder.DropColumn(
                name: "Email",
                table: "meetings_participants");

            migrationBuilder.DropColumn(
                name: "CirculatedOn",
                table: "meetings_meetings");

            migrationBuilder.DropColumn(
                name: "Duration",
                table: "meetings_meetings");

            migrationBuilder.DropColumn(
                name: "InternalMinutes",
                table: "meetings_meetings");

            migrationBuilder.DropColumn(
                name: "IsInternal",
                table: "meetings_meetings");

            migrationBuilder.DropColumn(
                name: "Place",
                table: "meetings_meetings");

            migrationBuilder.DropColumn(
                name: "PlannedOn",
                table: "meetings_meetings");

            migrationBuilder.DropColumn(
                name: "PostponedOn",
                table: "meetings_meetings");

            migrationBuilder.DropColumn(
                name: "PostponedReason",
                table: "meetings_meetings");

            migrationBuilder.DropColumn(
                name: "RoundId",
                table: "meetings_meetings");

            migrationBuilder.DropColumn(
                name: "StartMinute",
                table: "meetings_meetings");

            migrationBuilder.DropColumn(
                name: "Agenda",
                table: "meetings_kinds");

            migrationBuilder.DropColumn(
                name: "Duration",
                table: "meetings_kinds");

            migrationBuilder.DropColumn(
                name: "Icon",
                table: "meetings_kinds");
        }
    }
}
