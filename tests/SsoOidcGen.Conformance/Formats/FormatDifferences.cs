namespace SsoOidcGen.Conformance.Formats;

/// <summary>The files that differ between what both formats say, each with its reason.</summary>
internal static class FormatDifferences
{
    private const string NewOutput = "The operation had no output when the Smithy model was published.";
    private const string NewConstraint = "The length is constrained since the Smithy model was published.";
    private const string Marker = "Smithy has the part number's marker as the text that it is, botocore as a number.";
    private const string Waiter = "Smithy cannot match by status, so the waiter ends with other errors.";

    public static IReadOnlyDictionary<string, string> Reasons { get; } =
        new Dictionary<string, string>
        {
            ["kms/Operations/DeleteImportedKeyMaterial.g.cs"] = NewOutput,
            ["lambda/Operations/DeleteEventSourceMapping.g.cs"] = NewConstraint,
            ["lambda/Operations/DeleteFunction.g.cs"] = NewOutput,
            ["lambda/Operations/GetEventSourceMapping.g.cs"] = NewConstraint,
            ["lambda/Operations/ListFunctions.g.cs"] = NewConstraint,
            ["lambda/Operations/UntagResource.g.cs"] = NewConstraint,
            ["lambda/Operations/UpdateEventSourceMapping.g.cs"] = NewConstraint,
            ["s3/ISameClient.g.cs"] = Waiter,
            ["s3/Operations/GetObjectAttributes.g.cs"] = Marker,
            ["s3/Operations/ListParts.g.cs"] = Marker,
            ["s3/Paginators/ListParts.g.cs"] = Marker,
            ["s3/Waiters/BucketExists.g.cs"] = Waiter,
            ["s3/Waiters/BucketNotExists.g.cs"] = Waiter,
            ["s3/Waiters/ObjectExists.g.cs"] = Waiter,
            ["s3/Waiters/ObjectNotExists.g.cs"] = Waiter,
            ["sts/Operations/AssumeRole.g.cs"] = NewConstraint,
        };
}
