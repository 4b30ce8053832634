using System.Linq.Expressions;
using Intranet.Contacts;

namespace Intranet.Conventions;

/// <summary>What a convention's page says that lists don't.</summary>
internal sealed class SheetWords
{
    public string Object { get; set; } = "";
    public DateOnly? TextDate { get; set; }
    public long? DailyPriceCents { get; set; }
    public ArticulationLevel? AgreedLevel { get; set; }
    public bool NoticeFromPartner { get; set; }
    public string AcceptedBy { get; set; } = "";
    public string AcceptedReason { get; set; } = "";
    public string AbandonedReason { get; set; } = "";
    public OtherConvention? Predecessor { get; set; }

    /// <summary>The signed agreement that follows, else the one in preparation.</summary>
    public OtherConvention? Successor { get; set; }
    public List<AmendmentLine> Amendments { get; set; } = [];

    public static Expression<Func<Convention, SheetWords>> Projection { get; } = c => new SheetWords
    {
        Object = c.Object,
        TextDate = c.TextDate,
        DailyPriceCents = c.DailyPriceCents,
        AgreedLevel = c.AgreedLevel,
        NoticeFromPartner = c.NoticeFromPartner,
        AcceptedBy = c.AcceptedBy,
        AcceptedReason = c.AcceptedReason,
        AbandonedReason = c.AbandonedReason,
        Predecessor = c.Predecessor == null ? null : new OtherConvention { Id = c.Predecessor.Id, Number = c.Predecessor.Number, Title = c.Predecessor.Title, SignedOn = c.Predecessor.SignedOn },
        Successor = c.Successors.Where(s => s.AbandonedOn == null).OrderByDescending(s => s.SignedOn != null).ThenBy(s => s.Id)
            .Select(s => new OtherConvention { Id = s.Id, Number = s.Number, Title = s.Title, SignedOn = s.SignedOn }).FirstOrDefault(),
        Amendments = c.Amendments.Where(a => a.AbandonedOn == null).OrderByDescending(a => a.Number)
            .Select(a => new AmendmentLine { Number = a.Number, Purpose = a.Purpose, EffectOn = a.EffectOn, SignedOn = a.SignedOn, Places = a.Places, DailyPriceCents = a.DailyPriceCents }).ToList(),
    };

    /// <summary>In cents, amendments in effect included.</summary>
    public long? DailyPriceOn(DateOnly day) => Amendments.Where(a => a.SignedOn is not null && a.EffectOn <= day && a.DailyPriceCents is not null)
        .OrderBy(a => a.EffectOn).ThenBy(a => a.Number).LastOrDefault()?.DailyPriceCents ?? DailyPriceCents;

    /// <summary>The amendment that set the places of a day, if one did.</summary>
    public AmendmentLine? PlacesBy(DateOnly day) => Amendments.Where(a => a.SignedOn is not null && a.EffectOn <= day && a.Places is not null).OrderBy(a => a.EffectOn).ThenBy(a => a.Number).LastOrDefault();
}

/// <summary>The convention before or after.</summary>
internal sealed class OtherConvention
{
    public int Id { get; set; }
    public string Number { get; set; } = "";
    public string Title { get; set; } = "";
    public DateOnly? SignedOn { get; set; }
}

/// <summary>An amendment in a list.</summary>
internal sealed class AmendmentLine
{
    public int Number { get; set; }
    public string Purpose { get; set; } = "";
    public DateOnly EffectOn { get; set; }
    public DateOnly? SignedOn { get; set; }
    public int? Places { get; set; }
    public long? DailyPriceCents { get; set; }
}
