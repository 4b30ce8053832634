using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Intranet.Host.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Knowledge : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<string>(
                name: "Folded",
                table: "shared_subjects",
                type: "nvarchar(max)",
                maxLength: 20000,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "nvarchar(4000)",
                oldMaxLength: 4000);

            migrationBuilder.AddColumn<string>(
                name: "FoldedTitle",
                table: "shared_subjects",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "VerifiedOn",
                table: "shared_subjects",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Words",
                table: "shared_subjects",
                type: "nvarchar(max)",
                maxLength: 20000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "knowledge_laws",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Address = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Note = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    InForceOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_knowledge_laws", x => x.Id);
                    table.ForeignKey(
                        name: "FK_knowledge_laws_shared_subjects_Id",
                        column: x => x.Id,
                        principalTable: "shared_subjects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "knowledge_sections",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    ParentId = table.Column<int>(type: "int", nullable: true),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Purpose = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Order = table.Column<int>(type: "int", nullable: false),
                    RetiredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_knowledge_sections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_knowledge_sections_knowledge_sections_ParentId",
                        column: x => x.ParentId,
                        principalTable: "knowledge_sections",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_knowledge_sections_shared_subjects_Id",
                        column: x => x.Id,
                        principalTable: "shared_subjects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "knowledge_terms",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Acronyms = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Variants = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Definition = table.Column<string>(type: "nvarchar(800)", maxLength: 800, nullable: false),
                    Source = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Since = table.Column<DateOnly>(type: "date", nullable: true),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    ReplacedById = table.Column<int>(type: "int", nullable: true),
                    IsMarked = table.Column<bool>(type: "bit", nullable: false),
                    VerifiedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RetiredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_knowledge_terms", x => x.Id);
                    table.ForeignKey(
                        name: "FK_knowledge_terms_knowledge_terms_ReplacedById",
                        column: x => x.ReplacedById,
                        principalTable: "knowledge_terms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_knowledge_terms_shared_subjects_Id",
                        column: x => x.Id,
                        principalTable: "shared_subjects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "knowledge_unknown_acronyms",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Acronym = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    Uses = table.Column<int>(type: "int", nullable: false),
                    Records = table.Column<int>(type: "int", nullable: false),
                    Places = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    FirstSeenOn = table.Column<DateOnly>(type: "date", nullable: false),
                    IgnoredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    IgnoredBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_knowledge_unknown_acronyms", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "knowledge_pages",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    OwnerPostId = table.Column<int>(type: "int", nullable: true),
                    OwnerId = table.Column<int>(type: "int", nullable: true),
                    VerifierPostId = table.Column<int>(type: "int", nullable: true),
                    VerifierId = table.Column<int>(type: "int", nullable: true),
                    ReviewMonths = table.Column<int>(type: "int", nullable: true),
                    ReviewedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ReviewedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    AskedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AskedWhy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    SectionId = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    Order = table.Column<int>(type: "int", nullable: false),
                    Tags = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Summary = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Text = table.Column<string>(type: "nvarchar(max)", maxLength: 60000, nullable: false),
                    PublishedNumber = table.Column<int>(type: "int", nullable: true),
                    PublishedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    LastNumber = table.Column<int>(type: "int", nullable: false),
                    BinnedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    BinnedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_knowledge_pages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_knowledge_pages_contacts_persons_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "contacts_persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_knowledge_pages_contacts_persons_VerifierId",
                        column: x => x.VerifierId,
                        principalTable: "contacts_persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_knowledge_pages_contacts_posts_OwnerPostId",
                        column: x => x.OwnerPostId,
                        principalTable: "contacts_posts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_knowledge_pages_contacts_posts_VerifierPostId",
                        column: x => x.VerifierPostId,
                        principalTable: "contacts_posts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_knowledge_pages_knowledge_sections_SectionId",
                        column: x => x.SectionId,
                        principalTable: "knowledge_sections",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_knowledge_pages_shared_subjects_Id",
                        column: x => x.Id,
                        principalTable: "shared_subjects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "knowledge_meanings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    TermId = table.Column<int>(type: "int", nullable: false),
                    Field = table.Column<int>(type: "int", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(800)", maxLength: 800, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_knowledge_meanings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_knowledge_meanings_knowledge_terms_TermId",
                        column: x => x.TermId,
                        principalTable: "knowledge_terms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "knowledge_flags",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    PageId = table.Column<int>(type: "int", nullable: false),
                    ById = table.Column<int>(type: "int", nullable: false),
                    By = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Word = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    SettledOn = table.Column<DateOnly>(type: "date", nullable: true),
                    SettledBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Answer = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_knowledge_flags", x => x.Id);
                    table.ForeignKey(
                        name: "FK_knowledge_flags_knowledge_pages_PageId",
                        column: x => x.PageId,
                        principalTable: "knowledge_pages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "knowledge_receipts",
                columns: table => new
                {
                    PageId = table.Column<int>(type: "int", nullable: false),
                    PersonId = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_knowledge_receipts", x => new { x.PageId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_knowledge_receipts_contacts_persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "contacts_persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_knowledge_receipts_knowledge_pages_PageId",
                        column: x => x.PageId,
                        principalTable: "knowledge_pages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "knowledge_required",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    PageId = table.Column<int>(type: "int", nullable: false),
                    Function = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    WithinDays = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_knowledge_required", x => x.Id);
                    table.ForeignKey(
                        name: "FK_knowledge_required_knowledge_pages_PageId",
                        column: x => x.PageId,
                        principalTable: "knowledge_pages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "knowledge_revisions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    PageId = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    BasedOn = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Summary = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    Text = table.Column<string>(type: "nvarchar(max)", maxLength: 60000, nullable: false),
                    Why = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    ById = table.Column<int>(type: "int", nullable: false),
                    By = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SubmittedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ReturnedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    ReturnedWhy = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    PublishedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DroppedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    FrozenOn = table.Column<DateOnly>(type: "date", nullable: true),
                    FrozenBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    FrozenWhy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_knowledge_revisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_knowledge_revisions_knowledge_pages_PageId",
                        column: x => x.PageId,
                        principalTable: "knowledge_pages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "knowledge_views",
                columns: table => new
                {
                    PageId = table.Column<int>(type: "int", nullable: false),
                    Month = table.Column<DateOnly>(type: "date", nullable: false),
                    Count = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_knowledge_views", x => new { x.PageId, x.Month });
                    table.ForeignKey(
                        name: "FK_knowledge_views_knowledge_pages_PageId",
                        column: x => x.PageId,
                        principalTable: "knowledge_pages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "knowledge_votes",
                columns: table => new
                {
                    PageId = table.Column<int>(type: "int", nullable: false),
                    AccountId = table.Column<int>(type: "int", nullable: false),
                    IsUseful = table.Column<bool>(type: "bit", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_knowledge_votes", x => new { x.PageId, x.AccountId });
                    table.ForeignKey(
                        name: "FK_knowledge_votes_knowledge_pages_PageId",
                        column: x => x.PageId,
                        principalTable: "knowledge_pages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_knowledge_votes_shared_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "shared_accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "knowledge_watches",
                columns: table => new
                {
                    PageId = table.Column<int>(type: "int", nullable: false),
                    AccountId = table.Column<int>(type: "int", nullable: false),
                    Since = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_knowledge_watches", x => new { x.PageId, x.AccountId });
                    table.ForeignKey(
                        name: "FK_knowledge_watches_knowledge_pages_PageId",
                        column: x => x.PageId,
                        principalTable: "knowledge_pages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_knowledge_watches_shared_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "shared_accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_knowledge_flags_PageId",
                table: "knowledge_flags",
                column: "PageId");

            migrationBuilder.CreateIndex(
                name: "IX_knowledge_meanings_TermId_Field",
                table: "knowledge_meanings",
                columns: new[] { "TermId", "Field" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_knowledge_pages_OwnerId",
                table: "knowledge_pages",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_knowledge_pages_OwnerPostId",
                table: "knowledge_pages",
                column: "OwnerPostId");

            migrationBuilder.CreateIndex(
                name: "IX_knowledge_pages_ReviewedOn",
                table: "knowledge_pages",
                column: "ReviewedOn");

            migrationBuilder.CreateIndex(
                name: "IX_knowledge_pages_SectionId_Order_Title",
                table: "knowledge_pages",
                columns: new[] { "SectionId", "Order", "Title" });

            migrationBuilder.CreateIndex(
                name: "IX_knowledge_pages_VerifierId",
                table: "knowledge_pages",
                column: "VerifierId");

            migrationBuilder.CreateIndex(
                name: "IX_knowledge_pages_VerifierPostId",
                table: "knowledge_pages",
                column: "VerifierPostId");

            migrationBuilder.CreateIndex(
                name: "IX_knowledge_receipts_PersonId",
                table: "knowledge_receipts",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_knowledge_required_PageId_Function",
                table: "knowledge_required",
                columns: new[] { "PageId", "Function" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_knowledge_revisions_PageId_Number",
                table: "knowledge_revisions",
                columns: new[] { "PageId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_knowledge_revisions_SubmittedAt",
                table: "knowledge_revisions",
                column: "SubmittedAt");

            migrationBuilder.CreateIndex(
                name: "IX_knowledge_sections_ParentId",
                table: "knowledge_sections",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_knowledge_terms_Name",
                table: "knowledge_terms",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_knowledge_terms_ReplacedById",
                table: "knowledge_terms",
                column: "ReplacedById");

            migrationBuilder.CreateIndex(
                name: "IX_knowledge_unknown_acronyms_Acronym",
                table: "knowledge_unknown_acronyms",
                column: "Acronym",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_knowledge_votes_AccountId",
                table: "knowledge_votes",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_knowledge_watches_AccountId",
                table: "knowledge_watches",
                column: "AccountId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "knowledge_flags");

            migrationBuilder.DropTable(
                name: "knowledge_laws");

            migrationBuilder.DropTable(
                name: "knowledge_meanings");

            migrationBuilder.DropTable(
                name: "knowledge_receipts");

            migrationBuilder.DropTable(
                name: "knowledge_required");

            migrationBuilder.DropTable(
                name: "knowledge_revisions");

            migrationBuilder.DropTable(
                name: "knowledge_unknown_acronyms");

            migrationBuilder.DropTable(
                name: "knowledge_views");

            migrationBuilder.DropTable(
                name: "knowledge_votes");

            migrationBuilder.DropTable(
                name: "knowledge_watches");

            migrationBuilder.DropTable(
                name: "knowledge_terms");

            migrationBuilder.DropTable(
                name: "knowledge_pages");

            migrationBuilder.DropTable(
                name: "knowledge_sections");

            migrationBuilder.DropColumn(
                name: "FoldedTitle",
                table: "shared_subjects");

            migrationBuilder.DropColumn(
                name: "VerifiedOn",
                table: "shared_subjects");

            migrationBuilder.DropColumn(
                name: "Words",
                table: "shared_subjects");

            migrationBuilder.AlterColumn<string>(
                name: "Folded",
                table: "shared_subjects",
                type: "nvarchar(4000)",
                maxLength: 4000,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "nvarchar(max)",
                oldMaxLength: 20000);
        }
    }
}
