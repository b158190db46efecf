using static SsoOidcGen.Model.EndpointRules.EndpointKind;

namespace SsoOidcGen.Model.EndpointRules;

/// <summary>
/// A function of the rules engine. <c>isSet</c>, <c>coalesce</c> and <c>ite</c> take values of any type and have no
/// entry here; <c>getAttr</c> is an expression of its own.
/// </summary>
internal sealed record EndpointFunction(EquatableArray<EndpointKind> Parameters, EndpointType Result)
{
    public const string IsSet = "isSet";
    public const string Coalesce = "coalesce";
    public const string IfThenElse = "ite";
    public const string GetAttribute = "getAttr";
    public const string Not = "not";
    public const string BooleanEquals = "booleanEquals";
    public const string StringEquals = "stringEquals";

    private static readonly Dictionary<string, EndpointFunction> ByName = new()
    {
        [Not] = new([Flag], new(Flag)),
        [BooleanEquals] = new([Flag, Flag], new(Flag)),
        [StringEquals] = new([Text, Text], new(Flag)),
        ["substring"] = new([Text, Number, Number, Flag], new(Text, IsOptional: true)),
        ["split"] = new([Text, Text, Number], new(TextList)),
        ["uriEncode"] = new([Text], new(Text)),
        ["parseURL"] = new([Text], new(Url, IsOptional: true)),
        ["isValidHostLabel"] = new([Text, Flag], new(Flag)),
        ["aws.partition"] = new([Text], new(Partition)) { TakesUnset = true },
        ["aws.parseArn"] = new([Text], new(Arn, IsOptional: true)),
        ["aws.isVirtualHostableS3Bucket"] = new([Text, Flag], new(Flag)),
    };

    /// <summary>A value that is not set is as good as one that it does not know.</summary>
    public bool TakesUnset { get; init; }

    /// <summary>All names that a rule may call, for messages.</summary>
    public static IEnumerable<string> Names => [.. ByName.Keys, IsSet, Coalesce, IfThenElse, GetAttribute];

    public static EndpointFunction? Find(string name) => ByName.TryGetValue(name, out var function) ? function : null;
}
