using SsoOidcGen.Model;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Planning;

/// <summary>What Glacier needs and no trait of its model says.</summary>
internal static class GlacierTraits
{
    private const string TreeHashHeader = "x-amz-sha256-tree-hash";

    /// <summary>Headers of all requests.</summary>
    public static IReadOnlyList<ConstantHeader> Headers(ServiceMetadata service) =>
        IsGlacier(service) ? [new ConstantHeader("X-Amz-Glacier-Version", service.ApiVersion)] : [];

    /// <summary>What stands for the account of the credentials in the path; null for any other member.</summary>
    public static string? WhenEmpty(ServiceMetadata service, Member member) =>
        IsGlacier(service) && member is { Name: "accountId", Location: MemberLocation.Label } ? "-" : null;

    /// <summary>The hashes of an archive, or of a part of one, travel with it.</summary>
    public static bool SendsTreeHash(ServiceMetadata service, MessagePlan request) =>
        IsGlacier(service)
        && request.Parts.Any(static part => part is PayloadPart { Member.Type: StreamType })
        && request.Parts.OfType<HeaderPart>().Any(static part => part.Member.WireName == TreeHashHeader);

    private static bool IsGlacier(ServiceMetadata service) => service.ServiceId == "Glacier";
}
