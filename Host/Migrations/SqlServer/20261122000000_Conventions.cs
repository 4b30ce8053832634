using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Intranet.Host.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Conventions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_contacts_persons_LastName_FirstName",
                table: "contacts_persons");

            migrationBuilder.AddColumn<string>(
                name: "Authorisation",
                table: "conventions_kinds",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "IsStateFunded",
                table: "conventions_kinds",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Months",
                table: "conventions_kinds",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "NeedsEvaluation",
                table: "conventions_kinds",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "NeedsIncidentProtocol",
                table: "conventions_kinds",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "NoticeMonths",
                table: "conventions_kinds",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Renewal",
                table: "conventions_kinds",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "RequestMonths",
                table: "conventions_kinds",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Signatories",
                table: "conventions_kinds",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "AgreedLevel",
                table: "conventions_conventions",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Ball",
                table: "conventions_conventions",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "BallSince",
                table: "conventions_conventions",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Baseline",
                table: "conventions_conventions",
                type: "nvarchar(2000)",
                maxLength: 2000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "DailyPriceCents",
                table: "conventions_conventions",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Evaluator",
                table: "conventions_conventions",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "IsToDocument",
                table: "conventions_conventions",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Missing",
                table: "conventions_conventions",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Rectification",
                table: "conventions_conventions",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "RenewalsTold",
                table: "conventions_conventions",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RequestedOn",
                table: "conventions_conventions",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "conventions_amendments",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ConventionId = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Purpose = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    TextDate = table.Column<DateOnly>(type: "date", nullable: true),
                    EffectOn = table.Column<DateOnly>(type: "date", nullable: false),
                    SignedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AbandonedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    End = table.Column<DateOnly>(type: "date", nullable: true),
                    EndBefore = table.Column<DateOnly>(type: "date", nullable: true),
                    Places = table.Column<int>(type: "int", nullable: true),
                    DailyPriceCents = table.Column<long>(type: "bigint", nullable: true),
                    Text = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conventions_amendments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_conventions_amendments_conventions_conventions_ConventionId",
                        column: x => x.ConventionId,
                        principalTable: "conventions_conventions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "conventions_commitments",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ConventionId = table.Column<int>(type: "int", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    IsOurs = table.Column<bool>(type: "bit", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    FulfilledOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Comment = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conventions_commitments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_conventions_commitments_conventions_conventions_ConventionId",
                        column: x => x.ConventionId,
                        principalTable: "conventions_conventions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "conventions_incident_protocols",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ConventionId = table.Column<int>(type: "int", nullable: false),
                    NightsAndWeekends = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Warning = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Fallback = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conventions_incident_protocols", x => x.Id);
                    table.ForeignKey(
                        name: "FK_conventions_incident_protocols_conventions_conventions_ConventionId",
                        column: x => x.ConventionId,
                        principalTable: "conventions_conventions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "conventions_indicators",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ConventionId = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Unit = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    TargetHundredths = table.Column<long>(type: "bigint", nullable: true),
                    CountsPeople = table.Column<bool>(type: "bit", nullable: false),
                    Order = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conventions_indicators", x => x.Id);
                    table.ForeignKey(
                        name: "FK_conventions_indicators_conventions_conventions_ConventionId",
                        column: x => x.ConventionId,
                        principalTable: "conventions_conventions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "conventions_narratives",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ConventionId = table.Column<int>(type: "int", nullable: false),
                    Need = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    Partners = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    Years = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Cost = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Failures = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    Evaluation = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conventions_narratives", x => x.Id);
                    table.ForeignKey(
                        name: "FK_conventions_narratives_conventions_conventions_ConventionId",
                        column: x => x.ConventionId,
                        principalTable: "conventions_conventions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "conventions_not_concluded",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ConventionId = table.Column<int>(type: "int", nullable: false),
                    Month = table.Column<DateOnly>(type: "date", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Count = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conventions_not_concluded", x => x.Id);
                    table.ForeignKey(
                        name: "FK_conventions_not_concluded_conventions_conventions_ConventionId",
                        column: x => x.ConventionId,
                        principalTable: "conventions_conventions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "conventions_place_counts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ConventionId = table.Column<int>(type: "int", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Used = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conventions_place_counts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_conventions_place_counts_conventions_conventions_ConventionId",
                        column: x => x.ConventionId,
                        principalTable: "conventions_conventions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "conventions_programme",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ConventionId = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    RunBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    When = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Order = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conventions_programme", x => x.Id);
                    table.ForeignKey(
                        name: "FK_conventions_programme_conventions_conventions_ConventionId",
                        column: x => x.ConventionId,
                        principalTable: "conventions_conventions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "conventions_referrals",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ConventionId = table.Column<int>(type: "int", nullable: false),
                    Month = table.Column<DateOnly>(type: "date", nullable: false),
                    Source = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Received = table.Column<int>(type: "int", nullable: false),
                    MetInside = table.Column<int>(type: "int", nullable: false),
                    DayLeave = table.Column<int>(type: "int", nullable: false),
                    Admitted = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conventions_referrals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_conventions_referrals_conventions_conventions_ConventionId",
                        column: x => x.ConventionId,
                        principalTable: "conventions_conventions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "conventions_reviews",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ConventionId = table.Column<int>(type: "int", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    HeldOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Difficulties = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    ObservedLevel = table.Column<int>(type: "int", nullable: true),
                    ResidentsCouncil = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    Decision = table.Column<int>(type: "int", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    SignedByUsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    SignedByUs = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    SignedByPartnerOn = table.Column<DateOnly>(type: "date", nullable: true),
                    SignedByPartner = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conventions_reviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_conventions_reviews_conventions_conventions_ConventionId",
                        column: x => x.ConventionId,
                        principalTable: "conventions_conventions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "conventions_roles",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ConventionId = table.Column<int>(type: "int", nullable: false),
                    What = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Who = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Order = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conventions_roles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_conventions_roles_conventions_conventions_ConventionId",
                        column: x => x.ConventionId,
                        principalTable: "conventions_conventions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "conventions_sharing_lines",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ConventionId = table.Column<int>(type: "int", nullable: false),
                    What = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    From = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    To = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Rule = table.Column<int>(type: "int", nullable: false),
                    Basis = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Order = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conventions_sharing_lines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_conventions_sharing_lines_conventions_conventions_ConventionId",
                        column: x => x.ConventionId,
                        principalTable: "conventions_conventions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "conventions_signatories",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ConventionId = table.Column<int>(type: "int", nullable: false),
                    PostId = table.Column<int>(type: "int", nullable: false),
                    IsOurs = table.Column<bool>(type: "bit", nullable: false),
                    Order = table.Column<int>(type: "int", nullable: false),
                    SignedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    SignedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RefusedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RefusedReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    RemindedOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conventions_signatories", x => x.Id);
                    table.ForeignKey(
                        name: "FK_conventions_signatories_contacts_posts_PostId",
                        column: x => x.PostId,
                        principalTable: "contacts_posts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_conventions_signatories_conventions_conventions_ConventionId",
                        column: x => x.ConventionId,
                        principalTable: "conventions_conventions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "conventions_amendment_parties",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ConventionId = table.Column<int>(type: "int", nullable: false),
                    AmendmentId = table.Column<int>(type: "int", nullable: false),
                    SubjectId = table.Column<int>(type: "int", nullable: false),
                    Joins = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conventions_amendment_parties", x => x.Id);
                    table.ForeignKey(
                        name: "FK_conventions_amendment_parties_conventions_amendments_AmendmentId",
                        column: x => x.AmendmentId,
                        principalTable: "conventions_amendments",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_conventions_amendment_parties_conventions_conventions_ConventionId",
                        column: x => x.ConventionId,
                        principalTable: "conventions_conventions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_conventions_amendment_parties_shared_subjects_SubjectId",
                        column: x => x.SubjectId,
                        principalTable: "shared_subjects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "conventions_financial_years",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ConventionId = table.Column<int>(type: "int", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    DailyPriceCents = table.Column<long>(type: "bigint", nullable: true),
                    DaysPlanned = table.Column<int>(type: "int", nullable: true),
                    DaysDone = table.Column<int>(type: "int", nullable: true),
                    DaysInvoiced = table.Column<int>(type: "int", nullable: true),
                    DaysPaid = table.Column<int>(type: "int", nullable: true),
                    AmendmentId = table.Column<int>(type: "int", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conventions_financial_years", x => x.Id);
                    table.ForeignKey(
                        name: "FK_conventions_financial_years_conventions_amendments_AmendmentId",
                        column: x => x.AmendmentId,
                        principalTable: "conventions_amendments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_conventions_financial_years_conventions_conventions_ConventionId",
                        column: x => x.ConventionId,
                        principalTable: "conventions_conventions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "conventions_incident_degrees",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ConventionId = table.Column<int>(type: "int", nullable: false),
                    ProtocolId = table.Column<int>(type: "int", nullable: false),
                    Order = table.Column<int>(type: "int", nullable: false),
                    What = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    WhoTellsWhom = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Delay = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Asked = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conventions_incident_degrees", x => x.Id);
                    table.ForeignKey(
                        name: "FK_conventions_incident_degrees_conventions_conventions_ConventionId",
                        column: x => x.ConventionId,
                        principalTable: "conventions_conventions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_conventions_incident_degrees_conventions_incident_protocols_ProtocolId",
                        column: x => x.ProtocolId,
                        principalTable: "conventions_incident_protocols",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "conventions_indicator_values",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ConventionId = table.Column<int>(type: "int", nullable: false),
                    IndicatorId = table.Column<int>(type: "int", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    IsOurs = table.Column<bool>(type: "bit", nullable: false),
                    Hundredths = table.Column<long>(type: "bigint", nullable: false),
                    Comment = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conventions_indicator_values", x => x.Id);
                    table.ForeignKey(
                        name: "FK_conventions_indicator_values_conventions_conventions_ConventionId",
                        column: x => x.ConventionId,
                        principalTable: "conventions_conventions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_conventions_indicator_values_conventions_indicators_IndicatorId",
                        column: x => x.IndicatorId,
                        principalTable: "conventions_indicators",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateIndex(
                name: "IX_contacts_persons_LastName_FirstName_MergedIntoId_ErasedOn_DepartedOn",
                table: "contacts_persons",
                columns: new[] { "LastName", "FirstName", "MergedIntoId", "ErasedOn", "DepartedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_conventions_amendment_parties_AmendmentId",
                table: "conventions_amendment_parties",
                column: "AmendmentId");

            migrationBuilder.CreateIndex(
                name: "IX_conventions_amendment_parties_ConventionId",
                table: "conventions_amendment_parties",
                column: "ConventionId");

            migrationBuilder.CreateIndex(
                name: "IX_conventions_amendment_parties_SubjectId",
                table: "conventions_amendment_parties",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_conventions_amendments_ConventionId_Number",
                table: "conventions_amendments",
                columns: new[] { "ConventionId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_conventions_commitments_ConventionId",
                table: "conventions_commitments",
                column: "ConventionId");

            migrationBuilder.CreateIndex(
                name: "IX_conventions_financial_years_AmendmentId",
                table: "conventions_financial_years",
                column: "AmendmentId");

            migrationBuilder.CreateIndex(
                name: "IX_conventions_financial_years_ConventionId_Year",
                table: "conventions_financial_years",
                columns: new[] { "ConventionId", "Year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_conventions_incident_degrees_ConventionId",
                table: "conventions_incident_degrees",
                column: "ConventionId");

            migrationBuilder.CreateIndex(
                name: "IX_conventions_incident_degrees_ProtocolId",
                table: "conventions_incident_degrees",
                column: "ProtocolId");

            migrationBuilder.CreateIndex(
                name: "IX_conventions_incident_protocols_ConventionId",
                table: "conventions_incident_protocols",
                column: "ConventionId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_conventions_indicator_values_ConventionId",
                table: "conventions_indicator_values",
                column: "ConventionId");

            migrationBuilder.CreateIndex(
                name: "IX_conventions_indicator_values_IndicatorId_Year_IsOurs",
                table: "conventions_indicator_values",
                columns: new[] { "IndicatorId", "Year", "IsOurs" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_conventions_indicators_ConventionId",
                table: "conventions_indicators",
                column: "ConventionId");

            migrationBuilder.CreateIndex(
                name: "IX_conventions_narratives_ConventionId",
                table: "conventions_narratives",
                column: "ConventionId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_conventions_not_concluded_ConventionId_Month_Reason",
                table: "conventions_not_concluded",
                columns: new[] { "ConventionId", "Month", "Reason" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_conventions_place_counts_ConventionId_On",
                table: "conventions_place_counts",
                columns: new[] { "ConventionId", "On" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_conventions_programme_ConventionId",
                table: "conventions_programme",
                column: "ConventionId");

            migrationBuilder.CreateIndex(
                name: "IX_conventions_referrals_ConventionId_Month_Source",
                table: "conventions_referrals",
                columns: new[] { "ConventionId", "Month", "Source" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_conventions_reviews_ConventionId_Year",
                table: "conventions_reviews",
                columns: new[] { "ConventionId", "Year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_conventions_roles_ConventionId",
                table: "conventions_roles",
                column: "ConventionId");

            migrationBuilder.CreateIndex(
                name: "IX_conventions_sharing_lines_ConventionId",
                table: "conventions_sharing_lines",
                column: "ConventionId");

            migrationBuilder.CreateIndex(
                name: "IX_conventions_signatories_ConventionId_PostId",
                table: "conventions_signatories",
                columns: new[] { "ConventionId", "PostId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_conventions_signatories_PostId",
                table: "conventions_signatories",
                column: "PostId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "conventions_amendment_parties");

            migrationBuilder.DropTable(
                name: "conventions_commitments");

            migrationBuilder.DropTable(
                name: "conventions_financial_years");

            migrationBuilder.DropTable(
                name: "conventions_incident_degrees");

            migrationBuilder.DropTable(
                name: "conventions_indicator_values");

            migrationBuilder.DropTable(
                name: "conventions_narratives");

            migrationBuilder.DropTable(
                name: "conventions_not_concluded");

            migrationBuilder.DropTable(
                name: "conventions_place_counts");

            migrationBuilder.DropTable(
                name: "conventions_programme");

            migrationBuilder.DropTable(
                name: "conventions_referrals");

            migrationBuilder.DropTable(
                name: "conventions_reviews");

            migrationBuilder.DropTable(
                name: "conventions_roles");

            migrationBuilder.DropTable(
                name: "conventions_sharing_lines");

            migrationBuilder.DropTable(
                name: "conventions_signatories");

            migrationBuilder.DropTable(
                name: "conventions_amendments");

            migrationBuilder.DropTable(
                name: "conventions_incident_protocols");

            migrationBuilder.DropTable(
                name: "conventions_indicators");

            migrationBuilder.DropIndex(
                name: "IX_contacts_persons_LastName_FirstName_MergedIntoId_ErasedOn_DepartedOn",
                table: "contacts_persons");

            migrationBuilder.DropColumn(
                name: "Authorisation",
                table: "conventions_kinds");

            migrationBuilder.DropColumn(
                name: "IsStateFunded",
                table: "conventions_kinds");

            migrationBuilder.DropColumn(
                name: "Months",
                table: "conventions_kinds");

            migrationBuilder.DropColumn(
                name: "NeedsEvaluation",
                table: "conventions_kinds");

            migrationBuilder.DropColumn(
                name: "NeedsIncidentProtocol",
                table: "conventions_kinds");

            migrationBuilder.DropColumn(
                name: "NoticeMonths",
                table: "conventions_kinds");

            migrationBuilder.DropColumn(
                name: "Renewal",
                table: "conventions_kinds");

            migrationBuilder.DropColumn(
                name: "RequestMonths",
                table: "conventions_kinds");

            migrationBuilder.DropColumn(
                name: "Signatories",
                table: "conventions_kinds");

            migrationBuilder.DropColumn(
                name: "AgreedLevel",
                table: "conventions_conventions");

            migrationBuilder.DropColumn(
                name: "Ball",
                table: "conventions_conventions");

            migrationBuilder.DropColumn(
                name: "BallSince",
                table: "conventions_conventions");

            migrationBuilder.DropColumn(
                name: "Baseline",
                table: "conventions_conventions");

            migrationBuilder.DropColumn(
                name: "DailyPriceCents",
                table: "conventions_conventions");

            migrationBuilder.DropColumn(
                name: "Evaluator",
                table: "conventions_conventions");

            migrationBuilder.DropColumn(
                name: "IsToDocument",
                table: "conventions_conventions");

            migrationBuilder.DropColumn(
                name: "Missing",
                table: "conventions_conventions");

            migrationBuilder.DropColumn(
                name: "Rectification",
                table: "conventions_conventions");

            migrationBuilder.DropColumn(
                name: "RenewalsTold",
                table: "conventions_conventions");

            migrationBuilder.DropColumn(
                name: "RequestedOn",
                table: "conventions_conventions");

            migrationBuilder.CreateIndex(
                name: "IX_contacts_persons_LastName_FirstName",
                table: "contacts_persons",
                columns: new[] { "LastName", "FirstName" });
        }
    }
}
