using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Intranet.Host.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class TopicLines : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "LineId",
                table: "meetings_topics",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "FromLineId",
                table: "meetings_topics",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsFromTopic",
                table: "meetings_agenda",
                type: "bit",
                nullable: false,
                defaultValue: false);

            // The agenda that took a topic wrote a point with its text; a topic whose point has gone since waits again.
            migrationBuilder.Sql("UPDATE meetings_topics SET LineId = (SELECT MIN(l.Id) FROM meetings_agenda AS l WHERE l.MeetingId = meetings_topics.MeetingId AND l.Title = SUBSTRING(meetings_topics.[Text], 1, 300)) WHERE MeetingId IS NOT NULL");
            migrationBuilder.Sql("UPDATE meetings_topics SET FromLineId = (SELECT MIN(l.Id) FROM meetings_agenda AS l WHERE l.MeetingId = meetings_topics.FromMeetingId AND l.Title = meetings_topics.[Text]) WHERE FromMeetingId IS NOT NULL");
            migrationBuilder.Sql("UPDATE meetings_agenda SET IsFromTopic = 1 WHERE Id IN (SELECT t.LineId FROM meetings_topics AS t WHERE t.LineId IS NOT NULL)");

            migrationBuilder.DropForeignKey(
                name: "FK_meetings_topics_meetings_meetings_MeetingId",
                table: "meetings_topics");

            migrationBuilder.DropIndex(
                name: "IX_meetings_topics_MeetingId",
                table: "meetings_topics");

            migrationBuilder.DropColumn(
                name: "MeetingId",
                table: "meetings_topics");

            migrationBuilder.CreateIndex(
                name: "IX_meetings_topics_FromLineId",
                table: "meetings_topics",
                column: "FromLineId");

            migrationBuilder.CreateIndex(
                name: "IX_meetings_topics_LineId",
                table: "meetings_topics",
                column: "LineId");

            migrationBuilder.AddForeignKey(
                name: "FK_meetings_topics_meetings_agenda_FromLineId",
                table: "meetings_topics",
                column: "FromLineId",
                principalTable: "meetings_agenda",
                principalColumn: "Id");

            migrationBuilder.AddForeignKey(
                name: "FK_meetings_topics_meetings_agenda_LineId",
                table: "meetings_topics",
                column: "LineId",
                principalTable: "meetings_agenda",
                principalColumn: "Id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "MeetingId",
                table: "meetings_topics",
                type: "int",
                nullable: true);

            migrationBuilder.Sql("UPDATE meetings_topics SET MeetingId = (SELECT l.MeetingId FROM meetings_agenda AS l WHERE l.Id = meetings_topics.LineId) WHERE LineId IS NOT NULL");

            migrationBuilder.DropForeignKey(
                name: "FK_meetings_topics_meetings_agenda_FromLineId",
                table: "meetings_topics");

            migrationBuilder.DropForeignKey(
                name: "FK_meetings_topics_meetings_agenda_LineId",
                table: "meetings_topics");

            migrationBuilder.DropIndex(
                name: "IX_meetings_topics_FromLineId",
                table: "meetings_topics");

            migrationBuilder.DropIndex(
                name: "IX_meetings_topics_LineId",
                table: "meetings_topics");

            migrationBuilder.DropColumn(
                name: "FromLineId",
                table: "meetings_topics");

            migrationBuilder.DropColumn(
                name: "LineId",
                table: "meetings_topics");

            migrationBuilder.DropColumn(
                name: "IsFromTopic",
                table: "meetings_agenda");

            migrationBuilder.CreateIndex(
                name: "IX_meetings_topics_MeetingId",
                table: "meetings_topics",
                column: "MeetingId");

            migrationBuilder.AddForeignKey(
                name: "FK_meetings_topics_meetings_meetings_MeetingId",
                table: "meetings_topics",
                column: "MeetingId",
                principalTable: "meetings_meetings",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }
    }
}
