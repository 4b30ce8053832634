using Intranet.Contacts;
using Intranet.Knowledge;
using Intranet.Shared;
using Intranet.Tests.Database;
using Intranet.Tests.Experts;
using Intranet.Tests.Http;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Knowledge;

/// <summary>What SQL calls to be read again is what the rule calls so; both databases understand the question.</summary>
public sealed class ReviewQueryTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    private DateOnly Today => app.Today();

    [Fact]
    public void Both_databases_understand()
    {
        using var server = Contexts.SqlServer();
        var reader = new CurrentUser { Id = 1, Name = "", Function = "", Roles = Roles.Staff, SeesAll = false, PersonId = 7 };
        TransactSql.Check(server.Set<KnowledgePage>().KeptBy(reader, Today).ToReview(server, Today).ToQueryString());
        TransactSql.Check(new KnowledgeFigures().Figures(server, reader, Today).Single().Ids.ToQueryString());
    }

    [Fact]
    public async Task The_list_of_the_day_is_that_of_the_rule_whatever_the_day()
    {
        var house = await app.AddEstablishment("La Relecture");
        var (here, gone) = (await app.AddColleague("Présente", house), await app.AddColleague("Partante", house));
        var last = new DateOnly(2027, 1, 31);
        await app.WithDb(async db =>
        {
            var person = await db.Set<Person>().Include(p => p.Subject).Include(p => p.Employments).SingleAsync(p => p.Id == gone);
            person.Employments.Single().Leave(last);
            person.Depart(last);
            return await db.SaveChangesAsync();
        });
        var post = await app.Add(Post.AtEstablishment(house, "Relecture", PostLevel.Field));
        List<int> ids =
        [
            await app.AddPage("Fin de mois", here, new(2025, 10, 31), 4), await app.AddPage("Bissextile", here, new(2024, 2, 29), 36), await app.AddPage("Toujours", here, new(2024, 1, 5), null),
            await app.AddPage("De la partante", gone, new(2026, 11, 2), 24), await app.AddPage("Sans personne", null, new(2026, 11, 2), 24), await app.AddPage("D’un poste vacant", null, new(2026, 11, 2), 24, p => p.KeptBy(post, null)),
            await app.AddPage("Demandée", here, new(2026, 11, 2), 24, p => p.AskReview(new(2027, 2, 28), "Un texte a changé")), await app.AddPage("Vérifiée par une autre", gone, new(2026, 11, 2), 24, p => p.VerifiedBy(null, here)),
        ];
        var binned = await app.AddPage("À la corbeille", here, new(2019, 1, 1), 1, p => p.Bin("essai", Today));
        foreach (var day in new[] { new DateOnly(2026, 2, 27), new(2026, 2, 28), new(2026, 3, 1), last, last.AddDays(1), new(2027, 2, 27), new(2027, 2, 28), new(2027, 3, 1), new(2028, 11, 2) })
        {
            var (listed, reviewed) = await app.WithDb(async db => (await db.Set<KnowledgePage>().ToReview(db, day).Select(p => p.Id).ToListAsync(), await db.Set<KnowledgePage>().Where(p => ids.Contains(p.Id)).ReviewedAsync(db, day, default)));
            Assert.Equal(reviewed.Where(r => !r.Review.IsTrusted).Select(r => r.Title).Order(), reviewed.Where(r => listed.Contains(r.Id)).Select(r => r.Title).Order());
            Assert.DoesNotContain(binned, listed);
        }
        Assert.Equal(["D’un poste vacant", "Sans personne"], (await app.WithDb(db => db.Set<KnowledgePage>().Where(p => ids.Contains(p.Id)).ToReview(db, new(2026, 2, 27)).Select(p => p.Title).ToListAsync())).Order());
        Assert.Contains("De la partante", await app.WithDb(db => db.Set<KnowledgePage>().Where(p => ids.Contains(p.Id)).ToReview(db, last.AddDays(1)).Select(p => p.Title).ToListAsync()));
    }
}
