using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using Intranet.Shared;

namespace Intranet.Tests.Shared;

public sealed class IdentityGuardTests(Xunit.Abstractions.ITestOutputHelper output)
{
    [Theory]
    [InlineData("1 85 03 75 116 234 85", IdentityKind.SocialSecurityNumber)]
    [InlineData("NIR 185037511623485.", IdentityKind.SocialSecurityNumber)]
    [InlineData("1.85.03.75.116.234.85", IdentityKind.SocialSecurityNumber)]
    [InlineData("son numéro : 2 91 07 2A 004 012 49", IdentityKind.SocialSecurityNumber)]
    [InlineData("1 78 12 2B 033 001 81", IdentityKind.SocialSecurityNumber)]
    [InlineData("1 85 03 75 116 234 99 (clé fausse)", IdentityKind.SocialSecurityNumber)]
    [InlineData("1850375116234", IdentityKind.SocialSecurityNumber)]
    [InlineData("185 03 75 116 234", IdentityKind.SocialSecurityNumber)]
    [InlineData("1\u00A085\u202F03 75\u200B 116 234 85", IdentityKind.SocialSecurityNumber)]
    [InlineData("１８５０３７５１１６２３４８５", IdentityKind.SocialSecurityNumber)]
    [InlineData("n° de sécurité sociale : 185 0375 116 234 99", IdentityKind.SocialSecurityNumber)]
    [InlineData("écrou n° 12345", IdentityKind.PrisonNumber)]
    [InlineData("n° écrou : 54321", IdentityKind.PrisonNumber)]
    [InlineData("Numéro d'écrou 123 456", IdentityKind.PrisonNumber)]
    [InlineData("numéro d’écrou est le 8765", IdentityKind.PrisonNumber)]
    [InlineData("N°ECROU:98765", IdentityKind.PrisonNumber)]
    [InlineData("num. d’écrou 4321", IdentityKind.PrisonNumber)]
    [InlineData("(écrou 45678)", IdentityKind.PrisonNumber)]
    [InlineData("n° d'e\u0301crou 4321", IdentityKind.PrisonNumber)]
    [InlineData("Karim B., né le 12/03/1985 à Bobigny", IdentityKind.BirthDate)]
    [InlineData("née le 1er avril 1990", IdentityKind.BirthDate)]
    [InlineData("né(e) le 12/03/1985", IdentityKind.BirthDate)]
    [InlineData("né·e le 12.03.85", IdentityKind.BirthDate)]
    [InlineData("NEE LE 12-03-1985", IdentityKind.BirthDate)]
    [InlineData("suivi de M. B…, né le 4 mai 1979", IdentityKind.BirthDate)]
    [InlineData("née à Saint-Denis le 02/11/1999", IdentityKind.BirthDate)]
    [InlineData("Date de naissance : 12/03/1985", IdentityKind.BirthDate)]
    [InlineData("DDN 12/03/1985", IdentityKind.BirthDate)]
    [InlineData("M. Dupont né en 1985", IdentityKind.BirthDate)]
    [InlineData("Karim Benali, né en mars 1985", IdentityKind.BirthDate)]
    [InlineData("K. B. né en 1985", IdentityKind.BirthDate)]
    [InlineData("M. B. (12/03/1985)", IdentityKind.BirthDate)]
    [InlineData("Mme Martin, 04/05/1990, sortante", IdentityKind.BirthDate)]
    [InlineData("M. DUPONT Jean 12 mars 1985", IdentityKind.BirthDate)]
    [InlineData("né le\n12/03/1985", IdentityKind.BirthDate)]
    [InlineData("n° AGDREF 7503123456", IdentityKind.ForeignerNumber)]
    [InlineData("numéro étranger : 9912345678", IdentityKind.ForeignerNumber)]
    [InlineData("titre de séjour n° 75 03 12 34 56", IdentityKind.ForeignerNumber)]
    [InlineData("IPP : 8001234567", IdentityKind.CaseFile)]
    [InlineData("IPP 80012345", IdentityKind.CaseFile)]
    [InlineData("n° de dossier APPI : 93-12345", IdentityKind.CaseFile)]
    [InlineData("dossier APPI 123456", IdentityKind.CaseFile)]
    public void Identities_are_found(string text, IdentityKind kind)
    {
        var finding = IdentityGuard.Find("Note du jour. " + text);
        Assert.NotNull(finding);
        Assert.Equal(kind, finding.Kind);
        Assert.InRange(finding.Start, 14, 14 + text.Length);
        Assert.InRange(finding.Start + finding.Length, finding.Start + 4, 14 + text.Length);
        Assert.Contains("•••", IdentityGuard.Mask(text), StringComparison.Ordinal);
        Assert.Null(IdentityGuard.Find(IdentityGuard.Mask(text)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("L’enfant est né en prison.")]
    [InlineData("Un besoin né en détention, à reprendre en CPU.")]
    [InlineData("loi du 23 mars 2019 de programmation")]
    [InlineData("Depuis la loi n° 2019-222 du 23 mars 2019, la DDSE remplace le PSE.")]
    [InlineData("01 45 67 89 10 ou +33 1 45 67 89 10")]
    [InlineData("Standard 01.48.96.20.00, poste 1234")]
    [InlineData("SIRET 123 456 789 00012")]
    [InlineData("SIRET 12345678900012, FINESS 930001234, UAI 0931234A")]
    [InlineData("Suivi colis 185037511623499")]
    [InlineData("SIREN 185037511, code NAF 8790B")]
    [InlineData("Mme Roche a quitté son poste le 02/11/2026")]
    [InlineData("M. Brun, JAP, rencontré le 12/03/2026")]
    [InlineData("Mme Roche, 12/03/2026 : réunion annuelle")]
    [InlineData("M. Vidal (14/09/2025) et Mme Diop (02/10/2025) ont signé")]
    [InlineData("Convention CV-2024-017 signée le 30/11/2026")]
    [InlineData("1 234 567,89 € versés en 2026, dont 12 345 € en mars")]
    [InlineData("82 206 personnes sous écrou, dont 12 508 hors de l’établissement")]
    [InlineData("levée d’écrou le 12/03/2026 à 9 h")]
    [InlineData("Personnes sous écrou : 86 229 au 1er janvier")]
    [InlineData("Le numéro d’écrou ne se note jamais ici.")]
    [InlineData("Mise sous écrou 2026 : procédure")]
    [InlineData("Le partenariat est né le 12 mars 2019.")]
    [InlineData("L’association, née en 1901, suit M. Hugo")]
    [InlineData("La date de naissance n’est pas demandée.")]
    [InlineData("Nous ne le ferons pas le 12/03/2026")]
    [InlineData("On ne en 2026 change rien")]
    [InlineData("Le logiciel APPI depuis 2019, GENESIS en 2014")]
    [InlineData("Présenter APPI : 2 heures, 15 personnes")]
    [InlineData("Titre de séjour : circulaire du 23/01/2025")]
    [InlineData("IBAN FR76 3000 6000 0112 3456 7890 189")]
    [InlineData("93200 Saint-Denis, 12 rue de la République, bâtiment 3")]
    [InlineData("Horaires 08:30-12:00 / 14:00-17:30, du 01/09/2026 au 30/06/2027")]
    [InlineData("Équipe : 12 personnes en poste, 2 à former avant le 31/12/2026")]
    [InlineData("Art. 723-15 du CPP, articles D. 49-1 à D. 49-10, L. 424-4")]
    [InlineData("Rencontre n° 2026-0012 du 12/03/2026 avec Mme B., CPIP")]
    [InlineData("Mme Martin, directrice depuis le 1er septembre 2004")]
    [InlineData("Réf. 2026 11 21 00012345")]
    public void Harmless_texts_pass(string? text)
    {
        Assert.Null(IdentityGuard.Find(text)?.Kind.ToString());
        Assert.Equal(text ?? "", IdentityGuard.Mask(text));
    }

    [Fact]
    public void What_is_said_never_repeats_the_identity()
    {
        var finding = IdentityGuard.Find("Entretien avec Karim Benali, né le 12/03/1985, suivi par Hélène Vasseur au 01 45 67 89 10 demain")!;
        foreach (var told in new[] { "Karim", "Benali", "1985", "Vasseur", "45" })
        {
            Assert.DoesNotContain(told, finding.Masked, StringComparison.Ordinal);
            Assert.DoesNotContain(told, finding.Sentence, StringComparison.Ordinal);
        }

        Assert.Contains("date de naissance d’une personne", finding.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_is_masked() => Assert.Equal(
        "A ••• B n° ••• C", IdentityGuard.Mask("A né le 12/03/1985 B n° écrou : 54321 C"));

    [Fact]
    public void The_place_is_that_of_the_text_itself()
    {
        const string text = "e\u0301te\u0301 : ne\u0301 le 12/03/1985.";
        var finding = IdentityGuard.Find(text)!;
        Assert.Equal("ne\u0301 le 12/03/1985", text.Substring(finding.Start, finding.Length));
    }

    [Theory]
    [InlineData("né ")]
    [InlineData("né le 12/03/")]
    [InlineData("1 ")]
    [InlineData("1")]
    [InlineData("185037511623")]
    [InlineData("M. A")]
    [InlineData("M. Aaaa Bbbb Cccc ")]
    [InlineData("née à A a a a a a ")]
    [InlineData("n° n° ")]
    [InlineData("écrou n° : ")]
    [InlineData("née en 1985 ")]
    [InlineData("é")]
    [InlineData("IPP : ")]
    [InlineData("agdref n° 1 2 3 ")]
    [InlineData("sécu 1 1 1 1 ")]
    [InlineData("sécu 11 1 ")]
    [InlineData("née à A a a 77 ")]
    [InlineData("écrou n° : x 77 ")]
    [InlineData("Projet né en 1985 ")]
    [InlineData("M. Aaaa Bbbb 12/")]
    [InlineData("n° 12 écrou 34 ")]
    public void A_hostile_text_is_read_quickly(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length)) + " 77";
        IdentityGuard.Find(text[..1000]);
        var watch = Stopwatch.StartNew();
        var finding = IdentityGuard.Find(text);

        // Tens of milliseconds when alone; the bound only tells linear from runaway, whatever else the machine does.
        Assert.InRange(watch.ElapsedMilliseconds, 0, 10_000);
        Assert.NotEqual(IdentityKind.Unreadable, finding?.Kind);
        output.WriteLine($"{watch.ElapsedMilliseconds} ms");
    }

    [Fact]
    public void Forms_and_services_refuse()
    {
        var form = new Form { Note = "n° écrou : 54321", Lines = ["ok", "né le 12/03/1985"] };
        var results = new List<ValidationResult>();
        Assert.False(Validator.TryValidateObject(form, new ValidationContext(form), results, validateAllProperties: true));
        Assert.Equal([nameof(Form.Note), nameof(Form.Lines)], results.SelectMany(r => r.MemberNames));
        var empty = new Form();
        Assert.True(Validator.TryValidateObject(empty, new ValidationContext(empty), null, validateAllProperties: true));

        var refused = Assert.Throws<IdentityRefusedException>(() => IdentityGuard.Refuse(form.Note, "Note"));
        Assert.Equal("Note", refused.Field);
        Assert.DoesNotContain("54321", refused.ToString(), StringComparison.Ordinal);
        IdentityGuard.Refuse("rien", "Note");
    }

    private sealed class Form
    {
        [NoIdentity]
        public string? Note { get; init; }

        [NoIdentity]
        public IReadOnlyList<string> Lines { get; init; } = [];
    }
}
