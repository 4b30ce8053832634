using Intranet.Contacts;
using Intranet.Host.Hosting;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Http;

public sealed class ArchiveTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    [Fact]
    public async Task A_backup_made_while_serving_brings_back_rows_and_documents()
    {
        var partner = await app.AddPartner("SPIP sauvegardé");
        var author = new CurrentUser { Id = 0, Name = "Camille", Function = "", Roles = Roles.Staff, SeesAll = true };
        using (var scope = app.Services.CreateScope())
            await scope.ServiceProvider.GetRequiredService<FileStore>().AddAsync(partner, "protocole.pdf", new MemoryStream("%PDF-1.7 backup"u8.ToArray()), author, default);
        var zip = Path.Combine(app.Folder, "copie.zip");
        Archive.Write(Path.Combine(app.Folder, "passerelle.db"), new AppFolder(app.Folder), zip, DateTime.UtcNow);

        var elsewhere = new AppFolder(Directory.CreateTempSubdirectory("passerelle-restore-").FullName);
        var database = Path.Combine(elsewhere.Root, "passerelle.db");
        await File.WriteAllTextAsync(database, "former");
        var aside = Archive.Restore(database, elsewhere, zip, DateTime.UtcNow);
        Assert.Equal("former", await File.ReadAllTextAsync(Path.Combine(aside, "passerelle.db")));
        await using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={database};Pooling=False"))
        {
            await connection.OpenAsync();
            SqlitePragmas.Teach(connection);
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT count(*) FROM contacts_partners p JOIN shared_files f ON f.SubjectId = p.Id WHERE p.Name = 'SPIP sauvegardé'";
            Assert.Equal(1L, await command.ExecuteScalarAsync());
        }
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(elsewhere.Root, "files"), "*", SearchOption.AllDirectories));
        Directory.Delete(elsewhere.Root, recursive: true);
    }

    [Fact]
    public void A_file_that_is_no_backup_touches_nothing()
    {
        var folder = new AppFolder(Directory.CreateTempSubdirectory("passerelle-restore-").FullName);
        var (database, zip) = (Path.Combine(folder.Root, "passerelle.db"), Path.Combine(folder.Root, "faux.zip"));
        File.WriteAllText(database, "former");
        using (var archive = System.IO.Compression.ZipFile.Open(zip, System.IO.Compression.ZipArchiveMode.Create))
            archive.CreateEntry("passerelle.db");
        Assert.Throws<InvalidDataException>(() => Archive.Restore(database, folder, zip, DateTime.UtcNow));
        Assert.Equal("former", File.ReadAllText(database));
        Directory.Delete(folder.Root, recursive: true);
    }

    [Fact]
    public void A_second_server_on_the_same_file_is_refused()
    {
        using var second = AppHost.Build(["--environment", "Testing", "--urls", "http://127.0.0.1:0", "--App:Folder", app.Folder, "--Demo:Enabled", "false", "--Jobs:Enabled", "false"]);
        var error = Assert.Throws<InvalidOperationException>(() => second.Services.GetRequiredService<ServerLock>().Take());
        Assert.Contains("already runs", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Erasure_forgets_the_person_everywhere_and_keeps_the_dates()
    {
        var partner = await app.AddPartner("SPIP de l’effacement");
        var person = new Person("Odilon", "Effaçable", "annuaire");
        person.ReachBy("01 00 00 00 00", "odilon@essai.passerelle");
        var id = await app.Add(person);
        var post = Post.AtPartner(partner, "CPIP", PostLevel.Field);
        var holding = post.Appoint(id, new DateOnly(2019, 1, 7));
        holding.End(new DateOnly(2020, 6, 30));
        await app.Add(post);
        await app.WithDb(async db =>
        {
            (await db.Set<Person>().Include(p => p.Subject).SingleAsync(p => p.Id == id)).Depart(new DateOnly(2020, 6, 30));
            new Outbox(db, TimeProvider.System).Queue(new OutgoingMail("odilon@essai.passerelle", "Odilon", "Essai", ["Bonjour."]));
            return await db.SaveChangesAsync();
        });
        using (var scope = app.Services.CreateScope())
        {
            var erasure = scope.ServiceProvider.GetRequiredService<Erasure>();
            Assert.Contains(id, (await erasure.RunAsync(dryRun: true, default)).People);
            Assert.Equal("Effaçable", await app.WithDb(db => db.Set<Person>().Where(p => p.Id == id).Select(p => p.LastName).SingleAsync()));
            await erasure.RunAsync(dryRun: false, default);
        }
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var text = await app.WithDb(async db => string.Join('\n',
        [
            .. await db.Subjects.Where(s => s.Id == id).Select(s => s.Title + s.Detail + s.Folded).ToListAsync(),
            .. await db.AuditEntries.Where(a => a.SubjectId == id).Select(a => a.Changes).ToListAsync(),
            .. await db.Set<OutboxMail>().Select(m => m.To + m.ToName + m.Text).ToListAsync(),
        ]));
        Assert.DoesNotContain("Odilon", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("effacable", Folding.Fold(text), StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2020, 6, 30), await app.WithDb(db => db.Set<Holding>().Where(h => h.PersonId == id).Select(h => h.To).SingleAsync()));
    }
}
