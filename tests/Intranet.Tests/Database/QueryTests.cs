using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Database;

/// <summary>The main lists can be asked of SQL Server 2019: EF writes them, the server's grammar reads them.</summary>
public sealed class QueryTests : IDisposable
{
    private readonly IntranetDb db = Contexts.SqlServer();

    private static readonly CurrentUser Scoped = new() { Id = 1, Name = "", Function = "", Roles = Roles.Staff, SeesAll = false };

    private static readonly DateOnly Today = new(2026, 11, 21);

    public void Dispose() => db.Dispose();

    [Theory]
    [InlineData(null)]
    [InlineData("nom")]
    [InlineData("-nature")]
    public void Partners(string? sort)
        => TransactSql.Check(new PartnerFilter { Q = "tj evry", Nature = "court", Dep = "93", Suivis = true, Tri = sort }.Apply(db, new PartnerObligations([]), Today).Skip(25).Take(25).ToQueryString());

    [Fact]
    public void Partners_by_their_meetings_and_verifications()
        => TransactSql.Check(new PartnerFilter { Rencontre = [ObligationState.Late, ObligationState.Upcoming], Coordonnees = CoordinatesState.Needed }.Apply(db, new PartnerObligations([]), Today).Skip(25).Take(25).ToQueryString());

    [Theory]
    [InlineData(null, null)]
    [InlineData("nous", "-nom")]
    [InlineData("partenaires", "verifiee")]
    [InlineData("partis", "-verifiee")]
    public void People(string? side, string? sort)
        => TransactSql.Check(new PersonFilter("mazeres", side, "tj evry", true, sort).Apply(db, new DateOnly(2026, 11, 21)).Rows(new DateOnly(2026, 11, 21)).AsSingleQuery().Skip(25).Take(25).ToQueryString());

    [Fact]
    public void Sheets_of_a_post_and_a_person()
    {
        TransactSql.Check(PostSheet.Of(db.Set<Post>().Where(p => p.Id == 1), new DateOnly(2026, 11, 21)).ToQueryString());
        TransactSql.Check(PersonSheet.Of(db.Set<Person>().Where(p => p.Id == 1)).ToQueryString());
    }

    [Fact]
    public void Subjects_in_scope() => TransactSql.Check(db.Subjects.InScope(db, Scoped).OrderBy(s => s.Title).Take(25).ToQueryString());

    [Fact]
    public void Establishments_of_a_person()
        => TransactSql.Check(db.Set<Establishment>().Select(e => e.Subject).OwnedBy(db, Scoped).OrderBy(s => s.Title).ToQueryString());
}
