namespace Intranet.Conventions;

/// <summary>How many places are agreed on a day: those first signed, then those of the last signed amendment in effect.</summary>
/// <param name="First">As first signed.</param>
/// <param name="Start">First day of the convention; before it nothing is agreed.</param>
/// <param name="Changes">What signed amendments set, each from its day of effect.</param>
internal sealed record AgreedPlaces(int? First, DateOnly? Start, IReadOnlyList<(DateOnly From, int Places)> Changes)
{
    /// <summary>Those of a convention whose amendments are loaded; for many days, where <see cref="Convention.PlacesOn"/> is for one.</summary>
    public static AgreedPlaces Of(Convention convention) => new(convention.Places, convention.Start,
        [.. ConventionReading.InOrder(convention).Where(a => a.Places is not null).Select(a => (a.EffectOn, a.Places!.Value))]);

    /// <summary>Null when the convention agrees on no places, or doesn't run yet.</summary>
    public int? On(DateOnly day)
    {
        if (Start is null || day < Start)
            return null;
        var places = First;
        foreach (var (from, changed) in Changes)
            places = from <= day ? changed : places;
        return places;
    }

    /// <summary>More people than agreed on that day.</summary>
    public bool IsExceeded(DateOnly day, int used) => used > On(day);
}
