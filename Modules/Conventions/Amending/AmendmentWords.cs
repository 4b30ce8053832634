using Intranet.Shared;

namespace Intranet.Conventions;

/// <summary>What an amendment changes, before and after.</summary>
internal sealed record AmendmentEffect(string Label, string Before, string After);

internal static class AmendmentWords
{
    /// <summary>Each thing that it changes, beside what held before it; the convention must be loaded as for <see cref="ConventionReading"/>.</summary>
    public static IReadOnlyList<AmendmentEffect> Effects(Convention convention, Amendment amendment)
    {
        var before = ConventionReading.Before(convention, amendment);
        var effects = new List<AmendmentEffect>();
        if (amendment.End is { } end)
            effects.Add(new("Fin", (amendment.Holds ? amendment.EndBefore : before.End) is { } last ? French.Date(last) : "sans terme", French.Date(end)));
        if (amendment.Places is { } places)
            effects.Add(new("Places", before.Places is { } count ? French.Number(count) : "non fixées", French.Number(places)));
        if (amendment.DailyPriceCents is { } price)
            effects.Add(new("Prix de journée", before.DailyPriceCents is { } cents ? French.Euros(cents) : "non fixé", French.Euros(price)));
        effects.AddRange(amendment.Parties.OrderBy(p => p.Joins).ThenBy(p => p.Subject!.Title, StringComparer.Ordinal)
            .Select(p => p.Joins ? new AmendmentEffect("Rejoint la convention", "", p.Subject!.Title) : new AmendmentEffect("Quitte la convention", p.Subject!.Title, "")));
        return effects;
    }

    public static (string Icon, string Tone, string Label) State(Amendment amendment, DateOnly today) => amendment switch
    {
        { AbandonedOn: { } on } => ("ban", "", $"Abandonné le {French.Date(on)}"),
        { SignedOn: null } => ("pencil", "", "Projet"),
        _ when amendment.EffectOn > today => ("signature", "is-info", $"Signé, prend effet le {French.Date(amendment.EffectOn)}"),
        _ => ("circle-check", "is-ok", "En vigueur"),
    };
}
