using SsoOidcGen.Plan;

namespace SsoOidcGen.Planning.Names;

/// <summary>Names that mean something else in generated code.</summary>
internal static class ReservedNames
{
    /// <summary>What every object has already.</summary>
    public static readonly IReadOnlyList<string> ObjectMembers =
    [
        "Equals",
        "Finalize",
        "GetHashCode",
        "GetType",
        "MemberwiseClone",
        "ReferenceEquals",
        "ToString",
    ];

    /// <summary>What every record has already, and what the method that prints it calls by name.</summary>
    public static readonly IReadOnlyList<string> RecordMembers =
    [
        .. ObjectMembers,
        "Clone",
        "Deconstruct",
        "Dispose",
        "EqualityContract",
        "PrintMembers",
        "RecordText",
        "Redaction",
    ];

    /// <summary>A type of that name in the same namespace would hide what generated code means.</summary>
    public static readonly IReadOnlyList<string> Types =
    [
        .. LibraryTypes.Namespaces.Keys,
        // No member can be called as the record that it belongs to.
        .. RecordMembers,
        "ArgumentNullException",
        "Convert",
        "EditorBrowsable",
        "EditorBrowsableState",
        "Exception",
        "IHttpClientBuilder",
        "IServiceCollection",
        "JsonMembers",
        "JsonTokenType",
        "List",
        "Memory",
        "NotSupportedException",
        "OperationCanceledException",
        "Operations",
        "RequestValidationException",
        "ServiceDescription",
        "SocketsHttpHandler",
        "String",
        "System",
        "Type",
        "Uri",
        "WaiterException",
        "WaiterVerdict",
    ];

    /// <summary>What every exception has already, and what the method that reads it calls by name.</summary>
    public static readonly IReadOnlyList<string> ExceptionMembers =
    [
        .. RecordMembers,
        "Attempts",
        "BindingValue",
        "CborUnions",
        "CborValue",
        "Data",
        "ErrorCode",
        "ExtendedRequestId",
        "GetBaseException",
        "GetObjectData",
        "HResult",
        "HelpLink",
        "InnerException",
        "IsRetryable",
        "IsThrottling",
        "JsonUnions",
        "JsonValue",
        "Message",
        "Operation",
        "Read",
        "RequestId",
        "RetryAfter",
        "SerializeObjectState",
        "Source",
        "StackTrace",
        "StatusCode",
        "TargetSite",
        "XmlCollections",
        "XmlUnions",
        "XmlValue",
    ];

    /// <summary>The settings that every client has.</summary>
    public static readonly IReadOnlyList<string> OptionsMembers =
    [
        .. RecordMembers,
        "AllowPlainHttp",
        "ApiKey",
        "ApplicationId",
        "AttemptTimeout",
        "BasicCredentials",
        "BearerToken",
        "Bind",
        "CallTimeout",
        "ConnectTimeout",
        "Credentials",
        "DisableHostPrefixInjection",
        "DisableRequestCompression",
        "Endpoint",
        "Environment",
        "FollowRegionRedirects",
        "IgnoreConfiguredEndpointUrls",
        "Log",
        "MaxAttempts",
        "MaxResponseBytes",
        "MfaCode",
        "NewIdempotencyToken",
        "Profile",
        "Region",
        "RequestChecksumCalculation",
        "RequestMinCompressionSizeBytes",
        "ResponseChecksumValidation",
        "SignPayloads",
        "TimeProvider",
        "UseDualStackEndpoint",
        "UseFipsEndpoint",
        "Validate",
    ];

    /// <summary>Variables of the generated methods that read an object's members into locals.</summary>
    public static readonly IReadOnlyList<string> Locals =
    [
        "cbor",
        "error",
        "form",
        "http",
        "index",
        "index2",
        "index3",
        "item",
        "item2",
        "item2Value",
        "item3",
        "item3Value",
        "itemValue",
        "json",
        "key",
        "key2",
        "key3",
        "member",
        "message",
        "reader",
        "request",
        "response",
        "value",
        "xml",
    ];
}
