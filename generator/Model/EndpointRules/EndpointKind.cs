namespace SsoOidcGen.Model.EndpointRules;

internal enum EndpointKind
{
    Text,
    Flag,
    Number,
    TextList,
    Partition,
    Arn,
    Url,
}
