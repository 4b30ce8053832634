using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts.Pages.Experts;

/// <summary>Joins the network: oneself, an establishment that one answers for, or a partner's person, written by coordination.</summary>
[Allow(Permission.Read)]
internal sealed class NewModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    private const int MostPeople = 12;

    [BindProperty]
    public NewExpertInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "etablissement")]
    public int? HouseId { get; set; }

    [BindProperty(SupportsGet = true, Name = "personne")]
    public int? PersonId { get; set; }

    /// <summary>For whom; empty while it is to be chosen.</summary>
    public string Name { get; private set; } = "";
    public bool IsOwn { get; private set; }
    public bool Keeps => RequestScope.Keeps(user);
    public IReadOnlyList<SelectListItem> Topics { get; private set; } = [];

    /// <summary>Establishments that one answers for, without sheet yet.</summary>
    public IReadOnlyList<SelectListItem> Houses { get; private set; } = [];
    public IReadOnlyList<PartnerPerson> People { get; private set; } = [];
    public string? Text { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? cherche)
    {
        var (sheet, expert) = await WhoseAsync();
        if (sheet is { } known)
            return LocalRedirect($"/experts/{known}");
        if (expert is null)
        {
            if (HouseId is not null || PersonId is not null)
                return NotFound();
            Text = cherche;
            await ChoicesAsync();
            return Page();
        }
        Topics = await TopicItems.ReadAsync(db, null, HttpContext.RequestAborted);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var (sheet, expert) = await WhoseAsync();
        if (sheet is { } known)
            return LocalRedirect($"/experts/{known}");
        if (expert is null)
            return HouseId is not null || PersonId is not null ? NotFound() : Forbid();
        Topics = await TopicItems.ReadAsync(db, null, HttpContext.RequestAborted);
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            Input.Apply(expert);
            if (Topics.All(t => t.Value != $"{Input.TopicId}"))
                throw new BrokenRuleException("Choisissez un thème de la liste.", nameof(Input.TopicId));
            expert.Declare(Input.TopicId!.Value, Input.Level!.Value, Input.Since, user.Name, day.Today);
            db.Add(expert);
            await db.SaveChangesAsync();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = "Fiche ajoutée au réseau. Le thème attend d’être confirmé.";
        return LocalRedirect($"/experts/{expert.Id}");
    }

    // The sheet that there is already, or a new one; neither when the reader may write none.
    private async Task<(int? Sheet, Expert? New)> WhoseAsync()
    {
        var (today, cancellation) = (day.Today, HttpContext.RequestAborted);
        if (HouseId is { } houseId)
        {
            var houses = db.HousesAnsweredFor(user, today);
            var house = await db.Set<Establishment>().Where(e => e.Id == houseId && houses.Any(h => h == e.Id))
                .Select(e => new { Name = (e.Kind + " " + e.Name).Trim(), e.Department, Sheet = db.Set<Expert>().Where(x => x.EstablishmentId == e.Id).Select(x => (int?)x.Id).FirstOrDefault() }).FirstOrDefaultAsync(cancellation);
            if (house is null)
                return (null, null);
            Name = house.Name;
            Propose(house.Department);
            return (house.Sheet, Expert.OfHouse(houseId, house.Name));
        }
        if (PersonId is { } personId && personId != user.PersonId)
        {
            if (!Keeps)
                return (null, null);
            var person = await PartnerPeople(today).Where(h => h.PersonId == personId).OrderBy(h => h.From)
                .Select(h => new { Name = h.Person!.FirstName + " " + h.Person.LastName, PartnerId = h.Post!.PartnerId!.Value, Partner = h.Post.Partner!.Name, Sheet = db.Set<Expert>().Where(x => x.PersonId == personId).Select(x => (int?)x.Id).FirstOrDefault() }).FirstOrDefaultAsync(cancellation);
            if (person is null)
                return (null, null);
            Name = $"{person.Name}, {person.Partner}";
            return (person.Sheet, Expert.OfPartner(personId, person.PartnerId, person.Name));
        }
        var me = user.PersonId ?? 0;
        var job = await db.Set<StaffMember>().InPost(today).Where(s => s.PersonId == me).OrderBy(s => s.From)
            .Select(s => new { Name = s.Person!.FirstName + " " + s.Person.LastName, s.EstablishmentId, s.Establishment!.Department, Sheet = db.Set<Expert>().Where(x => x.PersonId == me).Select(x => (int?)x.Id).FirstOrDefault() }).FirstOrDefaultAsync(cancellation);
        if (job is null)
            return (null, null);
        (Name, IsOwn) = (job.Name, true);
        Propose(job.Department);
        return (job.Sheet, Expert.OfStaff(me, job.Name));

        void Propose(string department)
        {
            if (HttpMethods.IsGet(Request.Method))
                Input.Departments = department;
        }
    }

    private async Task ChoicesAsync()
    {
        var (today, cancellation) = (day.Today, HttpContext.RequestAborted);
        var houses = db.HousesAnsweredFor(user, today);
        Houses = await db.Set<Establishment>().Where(e => houses.Any(h => h == e.Id) && (e.ClosedOn == null || e.ClosedOn >= today) && !db.Set<Expert>().Any(x => x.EstablishmentId == e.Id)).OrderBy(e => e.Name)
            .Select(e => new SelectListItem((e.Kind + " " + e.Name).Trim(), $"{e.Id}")).ToListAsync(cancellation);
        if (!Keeps || SearchTerms.Parse(Text) is not { IsEmpty: false } terms)
            return;
        var named = db.Set<Person>().WhereMatches(terms, p => p.Subject.Folded);
        People = await PartnerPeople(today).Where(h => named.Any(p => p.Id == h.PersonId)).OrderBy(h => h.Person!.LastName).ThenBy(h => h.Id).Take(MostPeople)
            .Select(h => new PartnerPerson(h.PersonId, h.Person!.FirstName + " " + h.Person.LastName, h.Post!.Title + ", " + h.Post.Partner!.Name)).ToListAsync(cancellation);
    }

    private IQueryable<Holding> PartnerPeople(DateOnly today)
        => db.Set<Holding>().Where(h => h.Post!.PartnerId != null && h.From <= today && (h.To == null || h.To >= today) && h.Person!.MergedIntoId == null && h.Person.ErasedOn == null && (h.Person.DepartedOn == null || h.Person.DepartedOn >= today));
}

/// <summary>Somebody who holds a post at a partner's.</summary>
internal sealed record PartnerPerson(int Id, string Name, string Post);

