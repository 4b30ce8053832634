using System.Security.Cryptography;
using System.Text;

namespace Intranet.Meetings;

/// <summary>Tells whether the plan that somebody accepts is still the one that would be proposed.</summary>
internal static class PlanFingerprint
{
    public static string Of(Plan plan) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(';', plan.Proposals.Select(Key)))))[..16];

    /// <summary>One proposal, as a box of the form says it: « 12@2027-01-14 ».</summary>
    public static string Key(PlanProposal proposal) => $"{proposal.Partner.Id}@{proposal.On:yyyy-MM-dd}";
}
