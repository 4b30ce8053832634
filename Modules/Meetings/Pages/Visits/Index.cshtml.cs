using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Meetings.Pages.Visits;

/// <summary>Which partner has seen which kind of house, and when; three commands.</summary>
[Allow(Permission.Read)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user) : PageModel, IVisitPage
{
    private const int Size = 25;

    [BindProperty(SupportsGet = true, Name = "")]
    public VisitFilter Filter { get; set; } = new();

    public VisitBook Book { get; private set; } = null!;
    public IReadOnlyList<VisitColumn> Columns { get; private set; } = [];
    public Paged<VisitingPartner> Rows { get; private set; } = null!;

    /// <summary>Rows of the filter that saw nothing at all.</summary>
    public int Never { get; private set; }
    public bool CanWrite => user.May(Permission.WriteMeetings);
    public string Address => "/rencontres/visites";
    public string NeverLabel => "N’ont rien vu de ces établissements";
    public IReadOnlyList<(string Code, string Label)> PartnerKinds { get; private set; } = [];
    public IReadOnlyList<string> Departments { get; private set; } = [];
    public IReadOnlyList<string>? HouseKinds => Book.Kinds;

    public async Task OnGetAsync(int p = 1)
    {
        Book = await VisitBook.ReadAsync(db, user, HttpContext.RequestAborted);
        Columns = Book.Columns(Filter);
        var rows = Book.Keep(Filter, Columns);
        Never = rows.Count(r => Columns.All(c => Book.Last(r.Id, c) is null));
        var number = Math.Clamp(p, 1, Math.Max(1, (rows.Count + Size - 1) / Size));
        Rows = new Paged<VisitingPartner>([.. rows.Skip((number - 1) * Size).Take(Size)], rows.Count, number, Size);
        PartnerKinds = [.. Book.All.Select(v => (v.KindCode, v.Kind)).Distinct().OrderBy(k => k.Kind, StringComparer.CurrentCulture)];
        Departments = [.. Book.All.SelectMany(v => DepartmentList.Split(v.Departments)).Distinct().Order(StringComparer.Ordinal)];
    }
}

/// <summary>What the filters of the pages of visits read.</summary>
internal interface IVisitPage
{
    VisitFilter Filter { get; }
    string Address { get; }
    string NeverLabel { get; }
    IReadOnlyList<(string Code, string Label)> PartnerKinds { get; }
    IReadOnlyList<string> Departments { get; }

    /// <summary>Null where houses are no matter.</summary>
    IReadOnlyList<string>? HouseKinds { get; }
}
