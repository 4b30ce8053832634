using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Intranet.Host.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Experts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "experts_experts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: true),
                    EstablishmentId = table.Column<int>(type: "INTEGER", nullable: true),
                    PartnerId = table.Column<int>(type: "INTEGER", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "FRENCH"),
                    Departments = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    About = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Ceiling = table.Column<int>(type: "INTEGER", nullable: false),
                    UnavailableUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WelcomesVisits = table.Column<bool>(type: "INTEGER", nullable: false),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_experts_experts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_experts_experts_contacts_establishments_EstablishmentId",
                        column: x => x.EstablishmentId,
                        principalTable: "contacts_establishments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_experts_experts_contacts_partners_PartnerId",
                        column: x => x.PartnerId,
                        principalTable: "contacts_partners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_experts_experts_contacts_persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "contacts_persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_experts_experts_shared_subjects_Id",
                        column: x => x.Id,
                        principalTable: "shared_subjects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "experts_topics",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Family = table.Column<int>(type: "INTEGER", nullable: false),
                    ParentId = table.Column<int>(type: "INTEGER", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "FRENCH"),
                    Synonyms = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    RetiredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_experts_topics", x => x.Id);
                    table.ForeignKey(
                        name: "FK_experts_topics_experts_topics_ParentId",
                        column: x => x.ParentId,
                        principalTable: "experts_topics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_experts_topics_shared_subjects_Id",
                        column: x => x.Id,
                        principalTable: "shared_subjects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "experts_expertise",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ExpertId = table.Column<int>(type: "INTEGER", nullable: false),
                    TopicId = table.Column<int>(type: "INTEGER", nullable: false),
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    Since = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DeclaredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DeclaredBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ConfirmedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ConfirmedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ProvedBy = table.Column<int>(type: "INTEGER", nullable: true),
                    UsedOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_experts_expertise", x => x.Id);
                    table.ForeignKey(
                        name: "FK_experts_expertise_experts_experts_ExpertId",
                        column: x => x.ExpertId,
                        principalTable: "experts_experts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_experts_expertise_experts_topics_TopicId",
                        column: x => x.TopicId,
                        principalTable: "experts_topics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "experts_requests",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    EstablishmentId = table.Column<int>(type: "INTEGER", nullable: false),
                    TopicId = table.Column<int>(type: "INTEGER", nullable: false),
                    MeasureId = table.Column<int>(type: "INTEGER", nullable: true),
                    PublicId = table.Column<int>(type: "INTEGER", nullable: true),
                    Age = table.Column<int>(type: "INTEGER", nullable: false),
                    Urgency = table.Column<int>(type: "INTEGER", nullable: false),
                    Department = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Question = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AskedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Helped = table.Column<bool>(type: "INTEGER", nullable: true),
                    HelpedWhy = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CancelledOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    GivenUpOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    FilesAllowedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    FilesAllowedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_experts_requests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_experts_requests_contacts_establishments_EstablishmentId",
                        column: x => x.EstablishmentId,
                        principalTable: "contacts_establishments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_experts_requests_contacts_persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "contacts_persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_experts_requests_experts_topics_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "experts_topics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_experts_requests_experts_topics_PublicId",
                        column: x => x.PublicId,
                        principalTable: "experts_topics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_experts_requests_experts_topics_TopicId",
                        column: x => x.TopicId,
                        principalTable: "experts_topics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_experts_requests_shared_subjects_Id",
                        column: x => x.Id,
                        principalTable: "shared_subjects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "experts_sponsorships",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    GeneralistId = table.Column<int>(type: "INTEGER", nullable: false),
                    ResourceId = table.Column<int>(type: "INTEGER", nullable: false),
                    TopicId = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RenewedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Terms = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_experts_sponsorships", x => x.Id);
                    table.ForeignKey(
                        name: "FK_experts_sponsorships_contacts_establishments_GeneralistId",
                        column: x => x.GeneralistId,
                        principalTable: "contacts_establishments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_experts_sponsorships_contacts_establishments_ResourceId",
                        column: x => x.ResourceId,
                        principalTable: "contacts_establishments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_experts_sponsorships_experts_topics_TopicId",
                        column: x => x.TopicId,
                        principalTable: "experts_topics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_experts_sponsorships_shared_subjects_Id",
                        column: x => x.Id,
                        principalTable: "shared_subjects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "experts_answers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    TopicId = table.Column<int>(type: "INTEGER", nullable: false),
                    RequestId = table.Column<int>(type: "INTEGER", nullable: true),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "FRENCH"),
                    Question = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    DraftedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    DraftedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ReadBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ReadOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PublishedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WithdrawnOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_experts_answers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_experts_answers_experts_requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "experts_requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_experts_answers_experts_topics_TopicId",
                        column: x => x.TopicId,
                        principalTable: "experts_topics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_experts_answers_shared_subjects_Id",
                        column: x => x.Id,
                        principalTable: "shared_subjects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "experts_mentions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RequestId = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_experts_mentions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_experts_mentions_contacts_persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "contacts_persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_experts_mentions_experts_requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "experts_requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "experts_messages",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RequestId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    AuthorId = table.Column<int>(type: "INTEGER", nullable: true),
                    Author = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_experts_messages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_experts_messages_contacts_persons_AuthorId",
                        column: x => x.AuthorId,
                        principalTable: "contacts_persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_experts_messages_experts_requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "experts_requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "experts_requested",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RequestId = table.Column<int>(type: "INTEGER", nullable: false),
                    ExpertId = table.Column<int>(type: "INTEGER", nullable: false),
                    Why = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    By = table.Column<int>(type: "INTEGER", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AskedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    TakenOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AnsweredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DeclinedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DeclinedWhy = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ReleasedOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_experts_requested", x => x.Id);
                    table.ForeignKey(
                        name: "FK_experts_requested_experts_experts_ExpertId",
                        column: x => x.ExpertId,
                        principalTable: "experts_experts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_experts_requested_experts_requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "experts_requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_experts_answers_RequestId",
                table: "experts_answers",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_experts_answers_TopicId",
                table: "experts_answers",
                column: "TopicId");

            migrationBuilder.CreateIndex(
                name: "IX_experts_expertise_ExpertId_TopicId",
                table: "experts_expertise",
                columns: new[] { "ExpertId", "TopicId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_experts_expertise_TopicId",
                table: "experts_expertise",
                column: "TopicId");

            migrationBuilder.CreateIndex(
                name: "IX_experts_experts_EstablishmentId",
                table: "experts_experts",
                column: "EstablishmentId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_experts_experts_PartnerId",
                table: "experts_experts",
                column: "PartnerId");

            migrationBuilder.CreateIndex(
                name: "IX_experts_experts_PersonId",
                table: "experts_experts",
                column: "PersonId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_experts_mentions_PersonId",
                table: "experts_mentions",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_experts_mentions_RequestId_PersonId",
                table: "experts_mentions",
                columns: new[] { "RequestId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_experts_messages_AuthorId",
                table: "experts_messages",
                column: "AuthorId");

            migrationBuilder.CreateIndex(
                name: "IX_experts_messages_RequestId",
                table: "experts_messages",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_experts_requested_ExpertId_AskedOn",
                table: "experts_requested",
                columns: new[] { "ExpertId", "AskedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_experts_requested_RequestId",
                table: "experts_requested",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_experts_requests_AskedOn",
                table: "experts_requests",
                column: "AskedOn");

            migrationBuilder.CreateIndex(
                name: "IX_experts_requests_EstablishmentId",
                table: "experts_requests",
                column: "EstablishmentId");

            migrationBuilder.CreateIndex(
                name: "IX_experts_requests_MeasureId",
                table: "experts_requests",
                column: "MeasureId");

            migrationBuilder.CreateIndex(
                name: "IX_experts_requests_PersonId",
                table: "experts_requests",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_experts_requests_PublicId",
                table: "experts_requests",
                column: "PublicId");

            migrationBuilder.CreateIndex(
                name: "IX_experts_requests_TopicId",
                table: "experts_requests",
                column: "TopicId");

            migrationBuilder.CreateIndex(
                name: "IX_experts_sponsorships_GeneralistId",
                table: "experts_sponsorships",
                column: "GeneralistId");

            migrationBuilder.CreateIndex(
                name: "IX_experts_sponsorships_ResourceId",
                table: "experts_sponsorships",
                column: "ResourceId");

            migrationBuilder.CreateIndex(
                name: "IX_experts_sponsorships_TopicId",
                table: "experts_sponsorships",
                column: "TopicId");

            migrationBuilder.CreateIndex(
                name: "IX_experts_topics_Family_Name",
                table: "experts_topics",
                columns: new[] { "Family", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_experts_topics_ParentId",
                table: "experts_topics",
                column: "ParentId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "experts_answers");

            migrationBuilder.DropTable(
                name: "experts_expertise");

            migrationBuilder.DropTable(
                name: "experts_mentions");

            migrationBuilder.DropTable(
                name: "experts_messages");

            migrationBuilder.DropTable(
                name: "experts_requested");

            migrationBuilder.DropTable(
                name: "experts_sponsorships");

            migrationBuilder.DropTable(
                name: "experts_experts");

            migrationBuilder.DropTable(
                name: "experts_requests");

            migrationBuilder.DropTable(
                name: "experts_topics");
        }
    }
}
