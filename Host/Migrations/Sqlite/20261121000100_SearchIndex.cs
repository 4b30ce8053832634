using Intranet.Host.Hosting;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Intranet.Host.Migrations.Sqlite;

/// <summary>
/// Written by hand: the full-text index over shared_subjects(Folded), with no copy of the text, and the triggers that keep it in step.
/// A later migration that rebuilds shared_subjects drops the triggers with the table: it must create them again.
/// </summary>
[DbContext(typeof(SqliteIntranetDb))]
[Migration("20261121000100_SearchIndex")]
public sealed class SearchIndex : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("CREATE VIRTUAL TABLE shared_subject_index USING fts5(Folded, content='shared_subjects', content_rowid='Id', tokenize='unicode61 remove_diacritics 2', prefix='2 3');");
        migrationBuilder.Sql("INSERT INTO shared_subject_index(shared_subject_index) VALUES ('rebuild');");
        migrationBuilder.Sql("""
            CREATE TRIGGER shared_subjects_added AFTER INSERT ON shared_subjects BEGIN
              INSERT INTO shared_subject_index(rowid, Folded) VALUES (new.Id, new.Folded);
            END;
            """);
        migrationBuilder.Sql("""
            CREATE TRIGGER shared_subjects_removed AFTER DELETE ON shared_subjects BEGIN
              INSERT INTO shared_subject_index(shared_subject_index, rowid, Folded) VALUES ('delete', old.Id, old.Folded);
            END;
            """);
        migrationBuilder.Sql("""
            CREATE TRIGGER shared_subjects_changed AFTER UPDATE OF Folded ON shared_subjects WHEN old.Folded <> new.Folded BEGIN
              INSERT INTO shared_subject_index(shared_subject_index, rowid, Folded) VALUES ('delete', old.Id, old.Folded);
              INSERT INTO shared_subject_index(rowid, Folded) VALUES (new.Id, new.Folded);
            END;
            """);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("DROP TRIGGER shared_subjects_added; DROP TRIGGER shared_subjects_removed; DROP TRIGGER shared_subjects_changed;");
        migrationBuilder.DropTable("shared_subject_index");
    }
}
