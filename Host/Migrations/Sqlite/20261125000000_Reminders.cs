using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Intranet.Host.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Reminders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_reminders_deliveries_shared_subjects_PersonId",
                table: "reminders_deliveries");

            migrationBuilder.RenameColumn(
                name: "PersonId",
                table: "reminders_deliveries",
                newName: "RecipientId");

            migrationBuilder.RenameIndex(
                name: "IX_reminders_deliveries_ReminderId_Step_PersonId",
                table: "reminders_deliveries",
                newName: "IX_reminders_deliveries_ReminderId_Step_RecipientId");

            migrationBuilder.RenameIndex(
                name: "IX_reminders_deliveries_PersonId",
                table: "reminders_deliveries",
                newName: "IX_reminders_deliveries_RecipientId");

            migrationBuilder.AddColumn<int>(
                name: "BrokenPromises",
                table: "reminders_reminders",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "IsWithdrawn",
                table: "reminders_reminders",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "WaitingSince",
                table: "reminders_reminders",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsCopy",
                table: "reminders_deliveries",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "LetterId",
                table: "reminders_deliveries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Level",
                table: "reminders_deliveries",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "WithdrawnOn",
                table: "reminders_deliveries",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "reminders_answers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ReminderId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    ById = table.Column<int>(type: "INTEGER", nullable: true),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    For = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reminders_answers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_reminders_answers_reminders_reminders_ReminderId",
                        column: x => x.ReminderId,
                        principalTable: "reminders_reminders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_reminders_answers_shared_subjects_ById",
                        column: x => x.ById,
                        principalTable: "shared_subjects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reminders_letters",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RecipientId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Period = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    MailId = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reminders_letters", x => x.Id);
                    table.ForeignKey(
                        name: "FK_reminders_letters_shared_outbox_MailId",
                        column: x => x.MailId,
                        principalTable: "shared_outbox",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_reminders_letters_shared_subjects_RecipientId",
                        column: x => x.RecipientId,
                        principalTable: "shared_subjects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reminders_preferences",
                columns: table => new
                {
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    Rhythm = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reminders_preferences", x => x.PersonId);
                    table.ForeignKey(
                        name: "FK_reminders_preferences_shared_subjects_PersonId",
                        column: x => x.PersonId,
                        principalTable: "shared_subjects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "reminders_rules",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IsOn = table.Column<bool>(type: "INTEGER", nullable: false),
                    Steps = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    EscalateAfter = table.Column<int>(type: "INTEGER", nullable: true),
                    CopiesSuperior = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reminders_rules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "shared_job_runs",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Milliseconds = table.Column<int>(type: "INTEGER", nullable: false),
                    Result = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Error = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shared_job_runs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "reminders_rule_posts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SettingId = table.Column<int>(type: "INTEGER", nullable: false),
                    PostId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reminders_rule_posts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_reminders_rule_posts_reminders_rules_SettingId",
                        column: x => x.SettingId,
                        principalTable: "reminders_rules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_reminders_rule_posts_shared_subjects_PostId",
                        column: x => x.PostId,
                        principalTable: "shared_subjects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_reminders_deliveries_LetterId",
                table: "reminders_deliveries",
                column: "LetterId");

            migrationBuilder.CreateIndex(
                name: "IX_reminders_deliveries_On",
                table: "reminders_deliveries",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_reminders_answers_ById",
                table: "reminders_answers",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_reminders_answers_ReminderId",
                table: "reminders_answers",
                column: "ReminderId");

            migrationBuilder.CreateIndex(
                name: "IX_reminders_letters_MailId",
                table: "reminders_letters",
                column: "MailId");

            migrationBuilder.CreateIndex(
                name: "IX_reminders_letters_RecipientId_Kind_Period",
                table: "reminders_letters",
                columns: new[] { "RecipientId", "Kind", "Period" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_reminders_rule_posts_PostId",
                table: "reminders_rule_posts",
                column: "PostId");

            migrationBuilder.CreateIndex(
                name: "IX_reminders_rule_posts_SettingId",
                table: "reminders_rule_posts",
                column: "SettingId");

            migrationBuilder.CreateIndex(
                name: "IX_reminders_rules_Code",
                table: "reminders_rules",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_shared_job_runs_Code_StartedAt",
                table: "shared_job_runs",
                columns: new[] { "Code", "StartedAt" });

            migrationBuilder.AddForeignKey(
                name: "FK_reminders_deliveries_reminders_letters_LetterId",
                table: "reminders_deliveries",
                column: "LetterId",
                principalTable: "reminders_letters",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_reminders_deliveries_shared_subjects_RecipientId",
                table: "reminders_deliveries",
                column: "RecipientId",
                principalTable: "shared_subjects",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_reminders_deliveries_reminders_letters_LetterId",
                table: "reminders_deliveries");

            migrationBuilder.DropForeignKey(
                name: "FK_reminders_deliveries_shared_subjects_RecipientId",
                table: "reminders_deliveries");

            migrationBuilder.DropTable(
                name: "reminders_answers");

            migrationBuilder.DropTable(
                name: "reminders_letters");

            migrationBuilder.DropTable(
                name: "reminders_preferences");

            migrationBuilder.DropTable(
                name: "reminders_rule_posts");

            migrationBuilder.DropTable(
                name: "shared_job_runs");

            migrationBuilder.DropTable(
                name: "reminders_rules");

            migrationBuilder.DropIndex(
                name: "IX_reminders_deliveries_LetterId",
                table: "reminders_deliveries");

            migrationBuilder.DropIndex(
                name: "IX_reminders_deliveries_On",
                table: "reminders_deliveries");

            migrationBuilder.DropColumn(
                name: "BrokenPromises",
                table: "reminders_reminders");

            migrationBuilder.DropColumn(
                name: "IsWithdrawn",
                table: "reminders_reminders");

            migrationBuilder.DropColumn(
                name: "WaitingSince",
                table: "reminders_reminders");

            migrationBuilder.DropColumn(
                name: "IsCopy",
                table: "reminders_deliveries");

            migrationBuilder.DropColumn(
                name: "LetterId",
                table: "reminders_deliveries");

            migrationBuilder.DropColumn(
                name: "Level",
                table: "reminders_deliveries");

            migrationBuilder.DropColumn(
                name: "WithdrawnOn",
                table: "reminders_deliveries");

            migrationBuilder.RenameColumn(
                name: "RecipientId",
                table: "reminders_deliveries",
                newName: "PersonId");

            migrationBuilder.RenameIndex(
                name: "IX_reminders_deliveries_ReminderId_Step_RecipientId",
                table: "reminders_deliveries",
                newName: "IX_reminders_deliveries_ReminderId_Step_PersonId");

            migrationBuilder.RenameIndex(
                name: "IX_reminders_deliveries_RecipientId",
                table: "reminders_deliveries",
                newName: "IX_reminders_deliveries_PersonId");

            migrationBuilder.AddForeignKey(
                name: "FK_reminders_deliveries_shared_subjects_PersonId",
                table: "reminders_deliveries",
                column: "PersonId",
                principalTable: "shared_subjects",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }
    }
}
