using Intranet.Contacts;
using Intranet.Conventions;
using Intranet.Shared;

namespace Intranet.Tests.Conventions;

public class SigningTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private const int Ours = 1, Theirs = 2, Other = 3;

    /// <summary>Sent to three signatories ten days ago; the text is of the 1st.</summary>
    private static Convention Sent()
    {
        var convention = new Convention("CV-2026-001", "Placement extérieur", 1, Today.AddDays(-90));
        convention.About("Placement extérieur", 1, "", 14, null, null);
        convention.Run(new ConventionTerms(new(2027, 1, 1), new(2029, 12, 31), NoticePeriod.OfMonths(3), RenewalMode.Express, null, null), new(2026, 11, 1));
        convention.SignedThrough([(Ours, true), (Theirs, false), (Other, false)]);
        convention.SendForSignature(Today.AddDays(-10));
        return convention;
    }

    private static Signatory Of(Convention convention, int post) => convention.Signatories.Single(s => s.PostId == post);

    private static void Sign(Convention convention, int post, int days = 0) => convention.Sign(Of(convention, post), Today.AddDays(days), "Quelqu’un", null, Today);

    private static ConventionState State(Convention convention)
        => new ConventionFacts { NegotiationOn = convention.NegotiationOn, SentForSignatureOn = convention.SentForSignatureOn, SignedOn = convention.SignedOn, Start = convention.Start }.On(Today);

    [Fact]
    public void It_is_signed_with_the_last_signature_on_the_latest_day()
    {
        var convention = Sent();
        Sign(convention, Theirs, -2);
        Sign(convention, Other, -5);
        Assert.Null(convention.SignedOn);
        Sign(convention, Ours, -3);
        Assert.Equal((Today.AddDays(-2), true), (convention.SignedOn!.Value, convention.IsFrozen));
    }

    [Fact]
    public void A_signature_precedes_neither_its_text_nor_the_day()
    {
        var convention = Sent();
        Assert.Contains("daté du 01/11/2026", Assert.Throws<BrokenRuleException>(() => convention.Sign(Of(convention, Ours), new(2026, 10, 31), "", null, Today)).Message, StringComparison.Ordinal);
        Assert.Throws<BrokenRuleException>(() => Sign(convention, Ours, 1));
        convention.Sign(Of(convention, Ours), new(2026, 11, 1), "", null, Today);
        Assert.Equal(new(2026, 11, 1), Of(convention, Ours).SignedOn);
    }

    [Fact]
    public void A_text_dated_with_its_first_signature_keeps_that_date()
    {
        var convention = new Convention("CV-2026-002", "Cadre", 1, Today);
        convention.Run(new ConventionTerms(Today, null, default, RenewalMode.None, null, null), null);
        convention.SignedThrough([(Ours, true), (Theirs, false)]);
        convention.Sign(Of(convention, Ours), Today.AddDays(-3), "", null, Today);
        Assert.Equal(nameof(Convention.TextDate), Assert.Throws<BrokenRuleException>(() => convention.Sign(Of(convention, Theirs), Today, "", Today.AddDays(-1), Today)).Field);
        convention.Sign(Of(convention, Theirs), Today, "", Today.AddDays(-3), Today);
        Assert.Equal((Today.AddDays(-3), Today), (convention.TextDate!.Value, convention.SignedOn!.Value));
    }

    [Fact]
    public void Changing_the_text_cancels_the_signatures_given_and_says_so()
    {
        var convention = Sent();
        Sign(convention, Theirs, -2);
        convention.Entrust(8, 9);
        convention.Evaluate("Le siège", "");
        Assert.False(convention.CancelledSignatures);
        convention.About("Placement extérieur", 1, "", 16, null, null);
        Assert.True(convention.CancelledSignatures);
        Assert.All(convention.Signatories, s => Assert.True(s.IsPending && s.RemindedOn is null));
        Assert.Equal(ConventionState.ToSign, State(convention));
    }

    [Fact]
    public void Saying_again_the_same_text_cancels_nothing()
    {
        var convention = Sent();
        Sign(convention, Theirs, -2);
        convention.About(" Placement extérieur ", 1, "", 14, null, null);
        convention.Run(convention.Terms, convention.TextDate);
        Assert.False(convention.CancelledSignatures);
        Assert.NotNull(Of(convention, Theirs).SignedOn);
    }

    [Fact]
    public void A_refusal_has_its_reason_and_brings_the_text_back_to_us()
    {
        var convention = Sent();
        Sign(convention, Ours, -4);
        Assert.Equal(nameof(Signatory.RefusedReason), Assert.Throws<BrokenRuleException>(() => convention.Refuse(Of(convention, Theirs), Today, " ", Today)).Field);
        convention.Refuse(Of(convention, Theirs), Today.AddDays(-1), "Article 6 à reprendre.", Today);
        Assert.Equal((ConventionState.Negotiation, Ball.Ours, Today.AddDays(-1)), (State(convention), convention.Ball!.Value, convention.BallSince!.Value));

        // What was signed holds while the text is the same; who refused is asked again when it leaves anew.
        convention.SendForSignature(Today);
        Assert.Equal((ConventionState.ToSign, true, Today.AddDays(-4)), (State(convention), Of(convention, Theirs).IsPending, Of(convention, Ours).SignedOn!.Value));
    }

    [Fact]
    public void Another_signature_after_a_refusal_does_not_send_the_text_again()
    {
        var convention = Sent();
        convention.Refuse(Of(convention, Theirs), Today, "Non.", Today);
        Sign(convention, Ours, -1);
        Assert.Equal(ConventionState.Negotiation, State(convention));
        Sign(convention, Other);
        Sign(convention, Theirs);
        Assert.Equal(Today, convention.SignedOn);
    }

    [Fact]
    public void No_letter_twice_within_seven_days()
    {
        var signatory = Of(Sent(), Theirs);
        signatory.Remind(Today);
        Assert.Throws<BrokenRuleException>(() => signatory.Remind(Today));
        Assert.Contains("30/11/2026", Assert.Throws<BrokenRuleException>(() => signatory.Remind(Today.AddDays(6))).Message, StringComparison.Ordinal);
        signatory.Remind(Today.AddDays(7));
        Assert.Equal(Today.AddDays(7), signatory.RemindedOn);
    }

    [Fact]
    public void Both_sides_sign_and_who_stays_on_the_list_keeps_his_signature()
    {
        var convention = Sent();
        Assert.Equal("Theirs", Assert.Throws<BrokenRuleException>(() => convention.SignedThrough([(Ours, true)])).Field);
        Assert.Equal("Ours", Assert.Throws<BrokenRuleException>(() => convention.SignedThrough([(Theirs, false)])).Field);
        Sign(convention, Ours, -1);
        convention.SignedThrough([(Ours, true), (Theirs, false), (7, false)]);
        Assert.Equal([Ours, Theirs, 7], convention.Signatories.Select(s => s.PostId).Order());
        Assert.Equal(Today.AddDays(-1), Of(convention, Ours).SignedOn);
    }

    [Fact]
    public void Removing_the_last_who_is_awaited_signs_nothing_by_stealth()
    {
        var convention = Sent();
        Sign(convention, Ours);
        Sign(convention, Theirs);
        Assert.Throws<BrokenRuleException>(() => convention.SignedThrough([(Ours, true), (Theirs, false)]));
        Assert.Null(convention.SignedOn);
    }

    [Fact]
    public void With_signatories_nobody_signs_for_all()
    {
        var convention = Sent();
        Assert.Throws<BrokenRuleException>(() => convention.Sign(Today, null, Today));
        convention.SignedThrough([]);
        convention.Sign(Today, null, Today);
        Assert.Equal(Today, convention.SignedOn);
    }

    [Fact]
    public void The_ball_passes_from_a_day_and_brings_a_sent_text_back()
    {
        var convention = Sent();
        convention.Pass(Ball.Theirs, Today.AddDays(-1), Today);
        Assert.Equal((ConventionState.Negotiation, Today.AddDays(-1)), (State(convention), convention.BallSince!.Value));
        convention.Pass(Ball.Theirs, Today, Today);
        Assert.Equal(Today.AddDays(-1), convention.BallSince);
        Assert.Throws<BrokenRuleException>(() => convention.Pass(Ball.Ours, Today.AddDays(-2), Today));
        Assert.Throws<BrokenRuleException>(() => convention.Pass(Ball.Ours, Today.AddDays(1), Today));
    }

    [Fact]
    public void An_old_agreement_to_document_is_signed_without_dates()
    {
        var convention = new Convention("CV-2026-003", "Accord ancien", 1, Today);
        Assert.Throws<BrokenRuleException>(() => convention.Sign(new(2009, 5, 4), null, Today));
        convention.Document(true, "Le texte et son terme.");
        convention.Sign(new(2009, 5, 4), null, Today);
        Assert.Equal((new(2009, 5, 4), null, ConventionState.Signed), (convention.SignedOn!.Value, convention.End, State(convention)));
    }

    [Fact]
    public void An_old_agreement_whose_day_of_signature_is_unknown_is_amended_and_denounced_but_not_frozen()
    {
        var convention = new Convention("CV-2026-005", "Accord ancien", 1, Today);
        convention.Run(new ConventionTerms(new(2015, 1, 1), new(2015, 12, 31), NoticePeriod.OfMonths(3), RenewalMode.Tacit, 12, null), null);
        Assert.Throws<BrokenRuleException>(() => convention.Denounce(Today, true, Today));
        convention.Document(true, "Le jour de signature.");
        Assert.Equal((null, true, false), (convention.SignedOn, convention.IsSigned, convention.IsFrozen));
        Assert.True(convention.TellRenewals(Today));
        convention.About("Accord ancien", 1, "Retrouvé au siège.", 12, null, null);
        Assert.Throws<BrokenRuleException>(() => convention.Abandon(Today, "Erreur."));
        Assert.Throws<BrokenRuleException>(() => convention.Denounce(new(2014, 12, 31), true, Today));
        convention.Denounce(Today, true, Today);
        Assert.Equal(new(2027, 12, 31), convention.FinalEnd);
        convention.Sign(new(2014, 12, 10), null, Today);
        Assert.True(convention.IsFrozen);

        // A project marked so by mistake, once negotiated, is a project again.
        var project = Sent();
        project.Document(true, "");
        Assert.False(project.IsSigned);
    }

    [Fact]
    public void A_post_vacated_since_keeps_who_signed()
    {
        var post = new SigningPost { Id = Ours, EstablishmentId = 5, Level = PostLevel.Management, Holders = [new SigningHolder { PersonId = 1, Name = "Anne Marchand", From = new(2020, 1, 1), To = Today.AddDays(-1) }] };
        var convention = Sent();
        convention.Sign(Of(convention, Ours), Today.AddDays(-3), post.HolderOn(Today.AddDays(-3))!.Name, null, Today);
        Assert.Equal(("Anne Marchand", null), (Of(convention, Ours).SignedBy, post.HolderOn(Today)));
        Assert.True(post.LacksDelegation(Today));
    }

    [Fact]
    public void A_rectification_says_why_and_moves_what_was_frozen()
    {
        var convention = new Convention("CV-2026-004", "Cadre", 1, Today);
        convention.Run(new ConventionTerms(new(2026, 1, 1), new(2026, 12, 31), default, RenewalMode.Express, null, null), new(2025, 12, 1));
        convention.Sign(new(2025, 12, 12), new(2025, 12, 1), Today);
        Assert.Throws<BrokenRuleException>(() => convention.RectifySignature(new(2025, 12, 13), null, Today));
        Assert.Throws<BrokenRuleException>(() => convention.Rectify(""));
        convention.Rectify("Année lue de travers.");
        convention.RectifySignature(new(2025, 12, 13), new(2025, 12, 2), Today);
        convention.Run(convention.Terms with { End = new(2027, 12, 31) }, new(2025, 12, 2));
        Assert.Equal((new(2025, 12, 13), new(2025, 12, 2), new(2027, 12, 31)), (convention.SignedOn!.Value, convention.TextDate!.Value, convention.FinalEnd!.Value));
        Assert.Throws<BrokenRuleException>(() => convention.Run(convention.Terms, new(2025, 12, 14)));
    }
}
