using Intranet.Contacts;
using Intranet.Meetings;

namespace Intranet.Tests.Meetings;

public class CountingTests
{
    private const int Spip = 10;
    private const int Antenna = 11;
    private static readonly MeetingKind Annual = new("annual", "Rencontre annuelle", 1, counts: true);
    private static readonly MeetingKind Cpu = new("cpu", "CPU", 2, counts: false);
    private static readonly MeetingKind AllWell = new(MeetingKind.AllWellCode, "Tout va bien", 3, counts: true);
    private static readonly MeetingParticipant Ours = Somebody(null, PostLevel.Management);

    private static MeetingParticipant Somebody(int? partner, PostLevel level, Attendance attendance = Attendance.Present)
    {
        var post = partner is { } id ? Post.AtPartner(id, "Poste", level) : Post.AtEstablishment(1, "Poste", level);
        return new MeetingParticipant(post.Appoint(1, new(2020, 1, 1)), post, "Claire Mazères", attendance);
    }

    private static CountingAnswer Ask(MeetingKind kind, MeetingMode mode, params MeetingParticipant[] people)
        => Counting.For(new CountedPartner(Spip, "SPIP 93", PostLevel.Management), kind, mode, people);

    [Fact]
    public void CountsWithOneOfOursAndOneOfTheirsAtTheLevel()
        => Assert.True(Ask(Annual, MeetingMode.AtTheirs, Ours, Somebody(Spip, PostLevel.Field), Somebody(Spip, PostLevel.Institution)).Counts);

    [Fact]
    public void OursMayBeOfAnyLevelAndTheTelephoneWillDo()
        => Assert.True(Ask(Annual, MeetingMode.Phone, Somebody(null, PostLevel.Field), Somebody(Spip, PostLevel.Management)).Counts);

    [Fact]
    public void FieldAloneDoesNotCountAndThePageSaysWhy()
    {
        var answer = Ask(Annual, MeetingMode.AtTheirs, Ours, Somebody(Spip, PostLevel.Field));
        Assert.False(answer.Counts);
        Assert.Contains("terrain", answer.Reason);
        Assert.Contains("encadrement", answer.Reason);
    }

    [Fact]
    public void OnlyThosePresentCount()
        => Assert.False(Ask(Annual, MeetingMode.AtTheirs, Ours, Somebody(Spip, PostLevel.Management, Attendance.Excused), Somebody(Spip, PostLevel.Institution, Attendance.Invited)).Counts);

    [Fact]
    public void SomebodyOutsideTheDirectoryHasNoLevel()
    {
        var answer = Ask(Annual, MeetingMode.AtTheirs, Ours, new MeetingParticipant("Paul Martin", "directeur", Spip, Attendance.Present));
        Assert.False(answer.Counts);
        Assert.Contains("annuaire", answer.Reason);
    }

    [Fact]
    public void NobodyOfOursOrOfTheirs()
    {
        Assert.Contains("chez nous", Ask(Annual, MeetingMode.AtTheirs, Somebody(Spip, PostLevel.Institution)).Reason);
        Assert.Contains("SPIP 93", Ask(Annual, MeetingMode.AtTheirs, Ours).Reason);
    }

    [Fact]
    public void AnAntennaIsNotItsSpip() => Assert.False(Ask(Annual, MeetingMode.AtTheirs, Ours, Somebody(Antenna, PostLevel.Institution)).Counts);

    [Fact]
    public void SomeKindsNeverCount() => Assert.Contains("CPU", Ask(Cpu, MeetingMode.AtTheirs, Ours, Somebody(Spip, PostLevel.Institution)).Reason);

    [Fact]
    public void AllWellAsksMore()
    {
        var them = Somebody(Spip, PostLevel.Management);
        Assert.True(Ask(AllWell, MeetingMode.Video, Ours, them).Counts);
        Assert.Contains("téléphone", Ask(AllWell, MeetingMode.Phone, Ours, them).Reason);
        Assert.Contains("deux côtés", Ask(AllWell, MeetingMode.Video, Somebody(null, PostLevel.Field), them).Reason);
        var again = Counting.For(new CountedPartner(Spip, "SPIP 93", PostLevel.Management, LastWasAllWell: true), AllWell, MeetingMode.Video, [Ours, them]);
        Assert.Contains("deux de suite", again.Reason);
    }
}
