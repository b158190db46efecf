using SsoOidcGen.Model;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Planning;

/// <summary>What S3 needs and no trait of its model says.</summary>
internal static class S3Traits
{
    private const string BucketParameter = "Bucket";
    private const string CopySourceHeader = "x-amz-copy-source";
    private const string DigestSuffix = "-MD5";
    private const string Expires = "Expires";
    private const string ExpiresText = "ExpiresString";

    public static bool IsS3(ServiceMetadata service) => service.ServiceId == "S3";

    /// <summary>Objects keep whatever their owners gave for a date, so that what comes back has its text too.</summary>
    public static ServiceModel WithExpiresText(ServiceModel service)
    {
        if (!IsS3(service.Metadata) || service.Shapes.Any(static shape => shape.Name == ExpiresText))
        {
            return service;
        }

        HashSet<string?> outputs = [.. service.Operations.Select(static operation => operation.Output)];
        return service with
        {
            Shapes =
            [
                .. service.Shapes.Select(shape =>
                    shape is StructureShape output && outputs.Contains(shape.Name) ? WithExpiresText(output) : shape
                ),
                new StringShape(ExpiresText),
            ],
        };
    }

    /// <summary>S3 begins some responses before it knows how they end, so that an error may have the status of a success.</summary>
    public static bool MayFailLate(ServiceMetadata service, OperationModel operation, MessagePlan response) =>
        IsS3(service)
        && operation.Output is not null
        && !response.Parts.Any(static part =>
            part is EventsPart or PayloadPart { Member.Type: StreamType or BlobType or StringType or EnumType }
        );

    /// <summary>Headers whose values are not the members' own: an encoded source, a computed digest.</summary>
    public static PartPlan Refine(PartPlan part, IReadOnlyList<PartPlan> all)
    {
        string name = part.Member.WireName;
        return part switch
        {
            HeaderPart when name == CopySourceHeader => new CopySourcePart(part.Member),
            HeaderPart when name.EndsWith(DigestSuffix, StringComparison.OrdinalIgnoreCase) => all.OfType<HeaderPart>()
                .FirstOrDefault(key => name == key.Member.WireName + DigestSuffix)
                is { } key
                ? new KeyDigestPart(part.Member, key.Member)
                : part,
            _ => part,
        };
    }

    /// <summary>A date that a cache has to take for any text (RFC 9111 §5.3).</summary>
    public static PartPlan RefineResponse(PartPlan part) =>
        part is HeaderPart { Member: { WireName: Expires, Type: TimestampType } }
            ? new LooseDatePart(part.Member)
            : part;

    /// <summary>The output of an operation that is the text of the root, without an element of its own (Smithy <c>s3UnwrappedXmlOutput</c>).</summary>
    public static MessagePlan Unwrap(OperationModel operation, MessagePlan response) =>
        operation.Name == "GetBucketLocation" && response.Object is { Members: [{ Type: StringType or EnumType } text] }
            ? response with
            {
                Parts = [.. response.Parts, new RootTextPart(text)],
                Object = null,
            }
            : response;

    /// <summary>An error may say in which other region the bucket is.</summary>
    public static bool FindsRegion(
        ServiceMetadata service,
        OperationModel operation,
        IReadOnlyList<EndpointBindingPlan> bindings
    ) =>
        // Which region a new bucket gets is not for others to say.
        IsS3(service)
        && operation.Name != "CreateBucket"
        && bindings.Any(static binding => binding.Parameter == BucketParameter);

    private static StructureShape WithExpiresText(StructureShape output) =>
        output.Members.Any(static member => member is { Location: MemberLocation.Header, HttpName: Expires })
            ? output with
            {
                Members =
                [
                    .. output.Members,
                    new Member
                    {
                        Name = ExpiresText,
                        Target = ExpiresText,
                        Documentation = "<p>The header <code>Expires</code> as it came, a date or not.</p>",
                        Location = MemberLocation.Header,
                        HttpName = Expires,
                        JsonName = ExpiresText,
                    },
                ],
            }
            : output;
}
