using Intranet.Conventions;
using Intranet.Conventions.Pages.Conventions.Texts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Intranet.Tests.Conventions;

/// <summary>Rules of the frame, of the protocol and of the pages beside the text.</summary>
public sealed class ConventionTextsTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);
    private static readonly (string, string, string, SharingRule, string)[] Frame = [("Une absence", "L’établissement", "SPIP 93", SharingRule.Must, "convention")];

    [Theory]
    [InlineData("Secret partagé")]
    [InlineData("secret-partage")]
    [InlineData("Le secret professionnel partagé")]
    [InlineData("Au titre du « secret partagé »")]
    [InlineData("Notion de secret partagé")]
    public void Secret_partage_alone_is_no_basis(string basis)
        => Assert.Contains("seul n’est pas un fondement", Assert.Throws<BrokenRuleException>(() => SharingBasis.Check(basis)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("L345-1")]
    [InlineData("Secret partagé, CASF, art. L. 345-1")]
    [InlineData("Secret médical : rien sans la personne")]
    [InlineData("Accord de la personne, écrit et daté")]
    [InlineData("")]
    public void What_a_law_or_the_person_founds_is_one(string basis) => SharingBasis.Check(basis);

    [Theory]
    [InlineData("", "De", "À", SharingRule.Must, "accord", nameof(SharingLine.What))]
    [InlineData("Quoi", "", "À", SharingRule.Must, "accord", nameof(SharingLine.From))]
    [InlineData("Quoi", "De", " ", SharingRule.Must, "accord", nameof(SharingLine.To))]
    [InlineData("Quoi", "De", "À", (SharingRule)0, "accord", nameof(SharingLine.Rule))]
    [InlineData("Quoi", "De", "À", SharingRule.Must, "", nameof(SharingLine.Basis))]
    [InlineData("Quoi", "De", "À", SharingRule.WithConsent, "", nameof(SharingLine.Basis))]
    [InlineData("Quoi", "De", "À", SharingRule.Never, "secret partagé", nameof(SharingLine.Basis))]
    internal void A_line_says_everything_or_which_part_is_missing(string what, string from, string to, SharingRule rule, string basis, string field)
        => Assert.Equal(field, Assert.Throws<BrokenRuleException>(() => SharingLine.Check(what, from, to, rule, basis)).Field);

    [Fact]
    public void A_frame_changes_until_it_is_signed_then_only_by_a_rectification()
    {
        var convention = New();
        convention.Share(Frame);
        convention.Sign(Day, Day, Day);
        Assert.Throws<BrokenRuleException>(() => convention.Share([]));
        convention.Share(Frame);
        Assert.Throws<BrokenRuleException>(() => convention.Rectify(" "));
        convention.Rectify("Une ligne en trop.");
        convention.Share([]);
        Assert.Empty(convention.Sharing);
    }

    [Fact]
    public void Changing_the_frame_during_signing_cancels_the_signatures_given()
    {
        var convention = New();
        convention.SignedThrough([(1, true), (2, false)]);
        convention.SendForSignature(Day);
        convention.Sign(convention.Signatories.First(), Day, "Hélène Vasseur", null, Day);
        convention.Share(Frame);
        Assert.True(convention.CancelledSignatures);
        Assert.All(convention.Signatories, s => Assert.True(s.IsPending));
    }

    [Fact]
    public void Pages_beside_the_text_change_after_signature_and_keep_their_rows()
    {
        var convention = New();
        convention.Sign(Day, Day, Day);
        convention.PrepareForIncidents(Proposals.Degrees, Proposals.Nights, "", "");
        var first = convention.IncidentProtocols.Single().Degrees.Single(d => d.Order == 1);
        convention.PrepareForIncidents([("Retard", "L’équipe au CPIP", "sous 48 heures", "Rappel")], "Astreinte", "", "");
        Assert.Same(first, Assert.Single(convention.IncidentProtocols.Single().Degrees));
        Assert.Equal("Rappel", first.Asked);
        Assert.Throws<BrokenRuleException>(() => convention.PrepareForIncidents([], "", "", ""));

        convention.TellWhoDoesWhat(Proposals.Roles);
        convention.TellWhoDoesWhat([("Vous loger", "L’équipe")]);
        Assert.Equal("L’équipe", Assert.Single(convention.Roles).Who);
        convention.Plan([("Atelier", "", "")]);
        convention.Narrate("Un besoin", "", "", "", "", "");
        convention.Narrate("", " ", "", "", "", "");
        Assert.Empty(convention.Narratives);
    }

    [Theory]
    [InlineData("M. Aubriet")]
    [InlineData("Votre éducatrice, Mme Okafor")]
    [InlineData("Docteur Lenoir")]
    [InlineData("Madame Cléry-Duval")]
    public void A_page_that_is_handed_out_names_nobody(string who)
        => Assert.Equal(nameof(RoleLine.Who), Assert.Throws<BrokenRuleException>(() => RoleLine.Check("Vous soigner", who)).Field);

    [Theory]
    [InlineData("Madame la juge de l’application des peines")]
    [InlineData("Le CPIP, au SPIP de Melun")]
    [InlineData("La cheffe ou le chef de service")]
    public void Functions_are_no_names(string who) => RoleLine.Check("Décider", who);

    [Theory]
    [InlineData("SPIP 93", "L’établissement", true)]
    [InlineData("SPIP 93", "CHRS La Traverse", true)]
    [InlineData("SPIP 93", "le CHRS La Traverse", true)]
    [InlineData("L’établissement", "SPIP 93", false)]
    [InlineData("L’équipe", "Nous", false)]
    [InlineData("SPIP 93", "Éducatrice de nuit", false)]
    public void In_doubt_a_line_is_ours_to_say(string from, string to, bool isToUs)
        => Assert.Equal(isToUs, SharingSides.IsToUs(new SharingLine("Une absence", from, to, SharingRule.Must, "convention", 1), "CHRS La Traverse"));

    [Fact]
    public void The_proposed_lines_hold_to_the_rules()
    {
        Assert.All(Proposals.Sharing("SPIP 93"), l => SharingLine.Check(l.What, l.From, l.To, l.Rule, l.Basis));
        Assert.All(Proposals.Degrees, d => IncidentDegree.Check(d.What, d.WhoTellsWhom, d.Delay, d.Asked));
        Assert.All(Proposals.Degrees, d => Assert.Contains(d.Asked, IncidentDegree.Requests.Select(r => r.Name)));
        Assert.All(Proposals.Roles, r => RoleLine.Check(r.What, r.Who));
    }

    [Theory]
    [InlineData("ajouter", "abc-")]
    [InlineData("retirer-1", "ac")]
    [InlineData("monter-2", "acb")]
    [InlineData("monter-0", "abc")]
    [InlineData("retirer-9", "abc")]
    [InlineData("retirer-", "abc")]
    public void Buttons_move_lines_and_forget_where_they_were_typed(string button, string expected)
    {
        List<Box> lines = [new() { Text = "a" }, new() { Text = "b" }, new() { Text = "c" }];
        var state = new ModelStateDictionary();
        state.AddModelError("Input.Lines[1].What", "Écrivez.");
        Assert.True(lines.Rearrange(button, state));
        Assert.Equal(expected, string.Concat(lines.Select(l => l.Text)));
        Assert.True(state.IsValid);
        Assert.False(lines.Rearrange(null, state));
    }

    private static Convention New()
    {
        var convention = new Convention("CV-2026-001", "Convention d’essai", 1, Day);
        convention.Run(new ConventionTerms(Day, Day.AddYears(1).AddDays(-1), NoticePeriod.None, RenewalMode.None, null, null), null);
        return convention;
    }

    private sealed class Box
    {
        public string Text { get; init; } = "-";
    }
}
