using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Planning;

/// <summary>What models leave out of single operations, and what is done about it (<c>docs/special-operations.md</c>).</summary>
internal static class SpecialOperations
{
    private const string Presigned =
        "for a copy between regions, set PreSignedUrl to a presigned GET of this operation in the source region, and leave "
        + "SourceRegion unset";

    private const string EncodedPolicy =
        "policy documents arrive percent-encoded; decode them with Uri.UnescapeDataString";

    private const string LongPoll = "the service responds after 60 s; set AttemptTimeout to 70 s";

    /// <summary>What callers have to know, by the service's id and the operation.</summary>
    private static readonly Dictionary<(string Service, string Operation), string> Advice = new()
    {
        [("EC2", "RunInstances")] = "give UserData as base64",
        [("EC2", "CopySnapshot")] =
            "for a copy between regions, set PresignedUrl to a presigned GET of this operation in the source region, with "
            + "DestinationRegion in it",
        [("Auto Scaling", "CreateLaunchConfiguration")] = "give UserData as base64",
        [("RDS", "CopyDBSnapshot")] = Presigned,
        [("RDS", "CopyDBClusterSnapshot")] = Presigned,
        [("RDS", "CreateDBCluster")] = Presigned,
        [("RDS", "CreateDBInstanceReadReplica")] = Presigned,
        [("RDS", "StartDBInstanceAutomatedBackupsReplication")] = Presigned,
        [("Neptune", "CopyDBClusterSnapshot")] = Presigned,
        [("Neptune", "CreateDBCluster")] = Presigned,
        [("DocDB", "CopyDBClusterSnapshot")] = Presigned,
        [("DocDB", "CreateDBCluster")] = Presigned,
        [("IAM", "CreateRole")] = EncodedPolicy,
        [("IAM", "GetAccountAuthorizationDetails")] = EncodedPolicy,
        [("IAM", "GetGroupPolicy")] = EncodedPolicy,
        [("IAM", "GetPolicyVersion")] = EncodedPolicy,
        [("IAM", "GetRole")] = EncodedPolicy,
        [("IAM", "GetRolePolicy")] = EncodedPolicy,
        [("IAM", "GetUserPolicy")] = EncodedPolicy,
        [("IAM", "ListPolicyVersions")] = EncodedPolicy,
        [("IAM", "ListRoles")] = EncodedPolicy,
        [("SWF", "PollForActivityTask")] = LongPoll,
        [("SWF", "PollForDecisionTask")] = LongPoll,
        [("SFN", "GetActivityTask")] = LongPoll,
    };

    /// <summary>A diagnostic for each operation whose callers have to help.</summary>
    public static IEnumerable<DiagnosticInfo> Report(ServiceMetadata service, IEnumerable<OperationModel> operations)
    {
        foreach (OperationModel operation in operations)
        {
            if (Advice.TryGetValue((service.ServiceId, operation.Name), out string? advice))
            {
                yield return new DiagnosticInfo(
                    PlanningDiagnostics.SpecialOperation.Id,
                    Span: null,
                    [operation.Name, advice]
                )
                {
                    Part = new ModelPart.SingleOperation(operation.Name),
                };
            }
        }
    }

    /// <summary>
    /// Ids that come back with a path before them, <c>/hostedzone/Z1</c>, and are sent without: the names of their shapes.
    /// </summary>
    public static IReadOnlyCollection<string> IdsWithPaths(ServiceMetadata service) =>
        service.ServiceId == "Route 53" ? ["ResourceId", "DelegationSetId", "ChangeId"] : [];

    /// <summary>Who asks for credentials with a token or an assertion has none to sign with; Smithy's model does not say so.</summary>
    public static bool IsUnsigned(ServiceMetadata service, OperationModel operation) =>
        (service.ServiceId, operation.Name) is ("STS", "AssumeRoleWithSAML" or "AssumeRoleWithWebIdentity");

    /// <summary>The member that holds the URL of the operation's endpoint; null where the service has one for all operations.</summary>
    public static MemberPlan? EndpointOf(ServiceMetadata service, OperationModel operation, StructurePlan input) =>
        (service.ServiceId, operation.Name) is ("Machine Learning", "Predict")
            ? input.Members.FirstOrDefault(static member =>
                member is { ModelName: "PredictEndpoint", Type: StringType }
            )
            : null;

    /// <summary>Of an operation whose endpoint rules put the account before the host, the model has a prefix that does so again.</summary>
    public static bool HasPrefixInEndpoint(OperationModel operation) =>
        operation.StaticContextParameters.Any(static parameter => parameter.Name == "RequiresAccountId");
}
