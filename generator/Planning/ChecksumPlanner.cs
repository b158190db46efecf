using SsoOidcGen.Model;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Planning;

/// <summary>Plans the checksums of an operation's bodies.</summary>
internal static class ChecksumPlanner
{
    /// <summary>Null when requests have none.</summary>
    public static RequestChecksumPlan? PlanRequest(ChecksumTrait? checksum, MessagePlan request) =>
        checksum is not { IsOfRequest: true }
            ? null
            : new RequestChecksumPlan
            {
                IsRequired = checksum.IsRequestChecksumRequired,
                Algorithm = request.Shape.Members.FirstOrDefault(member =>
                    member.ModelName == checksum.RequestAlgorithmMember && member.Type is StringType or EnumType
                ),
                AlgorithmHeader = HeaderOf(checksum.RequestAlgorithmMember, request),
            };

    /// <summary>Null when responses have none.</summary>
    public static string? PlanResponse(ChecksumTrait? checksum, MessagePlan request) =>
        HeaderOf(checksum?.ResponseModeMember, request);

    private static string? HeaderOf(string? member, MessagePlan request) =>
        request.Parts.OfType<HeaderPart>().FirstOrDefault(part => part.Member.ModelName == member)?.Member.WireName;
}
