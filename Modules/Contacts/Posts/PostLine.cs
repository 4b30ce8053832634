using Intranet.Shared;

namespace Intranet.Contacts;

/// <summary>
/// Up the line: who answers for a post on one day. Its holder; the substitute of an absent holder; else the post one level up,
/// and so on, never twice the same. A graph in memory, so that thousands of posts cost no more commands than one.
/// </summary>
public sealed class PostLine(DateOnly day, IEnumerable<LinePost> posts, IEnumerable<LinePerson> people)
{
    private readonly Dictionary<int, LinePost> posts = posts.ToDictionary(p => p.Id);
    private readonly Dictionary<int, LinePerson> people = people.ToDictionary(p => p.Id);

    public DateOnly Day => day;

    /// <summary>Who answers for the post that day; an unknown post has nobody.</summary>
    public PostAnswer Answer(int postId)
    {
        if (!posts.TryGetValue(postId, out var asked))
            return new PostAnswer(postId, null, null, null, "Ce poste n’existe pas.");
        if (asked.IsServiceLine && !IsClosed(asked))
            return new PostAnswer(postId, postId, null, null, "");
        if (Own(asked) is { } own)
            return own;

        var reason = Reason(asked);
        var seen = new HashSet<int> { postId };
        for (var post = Above(asked, seen); post is not null; post = Above(post, seen))
        {
            if (post.IsServiceLine && !IsClosed(post))
                return new PostAnswer(postId, post.Id, null, null, $"{reason}, adressé à la ligne « {post.Title} ».");
            if (Own(post) is { PersonId: { } person, PersonName: { } name })
                return new PostAnswer(postId, post.Id, person, name, $"{reason}, adressé à {name} ({post.Title}).");
        }
        return new PostAnswer(postId, null, null, null, $"{reason}, sans personne au-dessus qui puisse répondre.");
    }

    /// <summary>Who answers so many levels above whoever answers for this post; somebody already passed on the way doesn't count. Null at the top.</summary>
    public PostAnswer? Above(int postId, int levels)
    {
        var below = Answer(postId);
        var (seen, passed) = (new HashSet<int> { postId }, new HashSet<int?> { below.PersonId ?? below.AnsweringPostId });
        var post = posts.GetValueOrDefault(below.AnsweringPostId ?? postId);
        PostAnswer? answer = null;
        for (var climbed = 0; climbed < levels && post is not null;)
        {
            post = Above(post, seen);
            if (post is not null && Answer(post.Id) is { AnsweringPostId: { } answering } next && passed.Add(next.PersonId ?? answering))
                (answer, climbed, post) = (next, climbed + 1, posts.GetValueOrDefault(answering));
        }
        return answer;
    }

    /// <summary>The people who hold the post that day, first by date.</summary>
    public IEnumerable<LinePerson> HoldersOf(int postId)
        => posts.TryGetValue(postId, out var post) ? Holders(post) : [];

    private PostAnswer? Own(LinePost post)
    {
        foreach (var holder in Holders(post))
        {
            if (holder.AbsenceOn(day) is not { } absence)
                return new PostAnswer(post.Id, post.Id, holder.Id, holder.Name, "");
            if (absence.SubstituteId is { } id && people.TryGetValue(id, out var substitute) && !substitute.HasLeft(day) && substitute.AbsenceOn(day) is null)
                return new PostAnswer(post.Id, post.Id, substitute.Id, substitute.Name, $"{Away(holder, absence)}, adressé à {substitute.Name} en remplacement.");
        }
        return null;
    }

    private IEnumerable<LinePerson> Holders(LinePost post) => IsClosed(post) ? [] : post.Holdings
        .Where(h => h.From <= day && (h.To is null || h.To >= day))
        .OrderBy(h => h.From).ThenBy(h => h.PersonId)
        .Select(h => people.GetValueOrDefault(h.PersonId))
        .Where(p => p is not null && !p.HasLeft(day))
        .Select(p => p!);

    private LinePost? Above(LinePost post, HashSet<int> seen)
        => post.SuperiorId is { } id && seen.Add(id) ? posts.GetValueOrDefault(id) : null;

    private bool IsClosed(LinePost post) => post.ClosedOn < day;

    private string Reason(LinePost post)
    {
        if (IsClosed(post))
            return $"Poste supprimé le {French.Date(post.ClosedOn!.Value)}";
        if (Holders(post).FirstOrDefault() is { } holder)
            return $"{Away(holder, holder.AbsenceOn(day)!)}, sans remplacement disponible";
        return VacantSince(post, day, people) is { } since ? $"Poste vacant depuis le {French.Date(since)}" : "Poste sans titulaire connu";
    }

    private static string Away(LinePerson person, LineAbsence absence)
        => absence.To is { } to ? $"Absence de {person.Name} jusqu’au {French.Date(to)}" : $"Absence de {person.Name}";

    private static DateOnly? VacantSince(LinePost post, DateOnly day, Dictionary<int, LinePerson> people)
    {
        var lastDays = post.Holdings.Where(h => h.From <= day)
            .Select(h => Earlier(h.To, people.GetValueOrDefault(h.PersonId)?.DepartedOn))
            .OfType<DateOnly>().Where(d => d < day).ToList();
        return lastDays.Count == 0 ? null : lastDays.Max().AddDays(1);
    }

    private static DateOnly? Earlier(DateOnly? a, DateOnly? b) => a is null || b < a ? b : a;
}

/// <summary>Who answers for a post.</summary>
/// <param name="PostId">The post that was asked about.</param>
/// <param name="AnsweringPostId">The post that answers: the same, one above, or null when nobody does.</param>
/// <param name="PersonId">Who answers; null for a service line, which answers as such, and when nobody does.</param>
/// <param name="Sentence">Why it is not simply the holder, in French; empty when it is.</param>
public sealed record PostAnswer(int PostId, int? AnsweringPostId, int? PersonId, string? PersonName, string Sentence)
{
    /// <summary>Somebody, or a service line, answers.</summary>
    public bool IsAnswered => AnsweringPostId is not null;
}

/// <summary>A post, as the line needs it; holdings of past days are needed only to date a vacancy.</summary>
public sealed record LinePost(int Id, string Title, int? SuperiorId, bool IsServiceLine, DateOnly? ClosedOn, IReadOnlyList<LineHolding> Holdings);

/// <summary>Who holds it, inclusive days.</summary>
public sealed record LineHolding(int PersonId, DateOnly From, DateOnly? To);

/// <summary>A holder or a substitute.</summary>
public sealed record LinePerson(int Id, string Name, DateOnly? DepartedOn, IReadOnlyList<LineAbsence> Absences)
{
    /// <summary>The last day of work is still worked.</summary>
    public bool HasLeft(DateOnly day) => DepartedOn < day;

    /// <summary>The absence of that day; one with a substitute comes first.</summary>
    public LineAbsence? AbsenceOn(DateOnly day)
        => Absences.Where(a => a.From <= day && (a.To is null || a.To >= day)).OrderBy(a => a.SubstituteId is null).FirstOrDefault();
}

/// <summary>Days away, an absence or a long leave; the end may be unknown.</summary>
public sealed record LineAbsence(DateOnly From, DateOnly? To, int? SubstituteId);
