using Intranet.Shared;

namespace Intranet.Conventions;

/// <summary>Working pages beside the text: they change while the convention lives, so signature doesn't freeze them.</summary>
internal sealed partial class Convention
{
    /// <summary>Makes the incident protocol hold exactly these degrees, in this order. The protocol and its degrees must be loaded.</summary>
    public void PrepareForIncidents(IReadOnlyList<(string What, string WhoTellsWhom, string Delay, string Asked)> degrees, string nightsAndWeekends, string warning, string fallback)
    {
        if (degrees.Count == 0)
            throw new BrokenRuleException("Décrivez au moins un degré d’incident.");
        var protocol = IncidentProtocols.FirstOrDefault();
        if (protocol is null)
            IncidentProtocols.Add(protocol = new IncidentProtocol());
        protocol.Write(nightsAndWeekends, warning, fallback);
        Align(protocol.Degrees, degrees, d => d.Order,
            (d, line, order) => d.Write(order, line.What, line.WhoTellsWhom, line.Delay, line.Asked),
            (line, order) => new IncidentDegree(this, order, line.What, line.WhoTellsWhom, line.Delay, line.Asked));
    }

    /// <summary>Makes « Qui fait quoi » hold exactly these lines, in this order. The lines must be loaded.</summary>
    public void TellWhoDoesWhat(IReadOnlyList<(string What, string Who)> lines)
        => Align(Roles, lines, r => r.Order, (r, line, order) => r.Write(line.What, line.Who, order), (line, order) => new RoleLine(line.What, line.Who, order));

    /// <summary>Makes the programme hold exactly these modules, in this order. The modules must be loaded.</summary>
    public void Plan(IReadOnlyList<(string Title, string RunBy, string When)> modules)
        => Align(Programme, modules, m => m.Order, (m, line, order) => m.Write(line.Title, line.RunBy, line.When, order), (line, order) => new ProgrammeModule(line.Title, line.RunBy, line.When, order));

    /// <summary>Tells how it came about; told with nothing, the story goes. The narrative must be loaded.</summary>
    public void Narrate(string need, string partners, string years, string cost, string failures, string evaluation)
    {
        var narrative = Narratives.FirstOrDefault();
        if (string.Concat(need, partners, years, cost, failures, evaluation).Trim().Length == 0)
        {
            if (narrative is not null)
                Narratives.Remove(narrative);
            return;
        }
        if (narrative is null)
            Narratives.Add(narrative = new Narrative());
        narrative.Write(need, partners, years, cost, failures, evaluation);
    }

    /// <summary>Rewrites rows in place rather than removing and adding them, so that the history tells what changed.</summary>
    private static void Align<TRow, TLine>(ICollection<TRow> rows, IReadOnlyList<TLine> lines, Func<TRow, int> order, Action<TRow, TLine, int> write, Func<TLine, int, TRow> create)
    {
        var current = rows.OrderBy(order).ToList();
        foreach (var extra in current.Skip(lines.Count))
            rows.Remove(extra);
        for (var i = 0; i < lines.Count; i++)
        {
            if (i < current.Count)
                write(current[i], lines[i], i + 1);
            else
                rows.Add(create(lines[i], i + 1));
        }
    }
}
