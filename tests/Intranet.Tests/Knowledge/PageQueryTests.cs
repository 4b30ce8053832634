using Intranet.Knowledge;
using Intranet.Shared;
using Intranet.Tests.Database;
using Intranet.Tests.Http;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Knowledge;

/// <summary>The queries of pages can be asked of both databases.</summary>
public sealed class PageQueryTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Theory]
    [InlineData(Roles.Staff, false)]
    [InlineData(Roles.Coordination, true)]
    public async Task The_sheet_of_a_page(Roles roles, bool seesAll)
    {
        var reader = new CurrentUser { Id = 1, Name = "", Function = "", Roles = roles, SeesAll = seesAll, PersonId = 7 };
        using (var server = Contexts.SqlServer())
            TransactSql.Check(PageSheet.Of(server.Set<KnowledgePage>().Visible(server, reader, Today), server, reader, Today, 5).ToQueryString());
        Assert.Null(await app.WithDb(db => PageSheet.FindAsync(db, reader, 0, Today, default)));
    }
}
