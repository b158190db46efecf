using SsoOidcGen.Model;

namespace SsoOidcGen.Planning;

/// <summary>What the project says about a model: the metadata of its <c>AwsServiceModel</c> item.</summary>
internal sealed record PlanOptions
{
    /// <summary>Null: the project's root namespace, followed by a name made from the service's id.</summary>
    public string? Namespace { get; init; }

    /// <summary>The project's; null when it has none.</summary>
    public string? RootNamespace { get; init; }

    /// <summary>Null: made from the service's id.</summary>
    public string? ClientName { get; init; }

    /// <summary>Names and globs of the wanted operations; empty means all.</summary>
    public EquatableArray<string> Operations { get; init; } = [];

    /// <summary><c>public</c> or <c>internal</c>.</summary>
    public string Accessibility { get; init; } = "public";

    /// <summary>Smithy's name of the protocol to speak; null: the best that the service offers.</summary>
    public string? Protocol { get; init; }

    /// <summary>Whether a fake client for tests is wanted; <c>true</c> or <c>false</c>.</summary>
    public string Fakes { get; init; } = "false";

    /// <summary>The project references <c>SsoOidcGen.DependencyInjection</c>.</summary>
    public bool HasDependencyInjection { get; init; }

    /// <summary>The project references <c>SsoOidc</c>, so that its clients can use profiles of IAM Identity Center.</summary>
    public bool HasSignIn { get; init; }
}
