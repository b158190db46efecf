using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SsoOidcGen.Inputs;

/// <summary>The little that generated code depends on in the project around it.</summary>
internal sealed record CompilationFacts(bool HasRuntime, bool HasDependencyInjection, bool HasSignIn, bool HasCSharp12)
{
    public static CompilationFacts Of(Compilation compilation, CancellationToken cancellationToken) =>
        new(
            compilation.GetTypeByMetadataName("SsoOidcGen.Runtime.ServiceClient") is not null,
            compilation.GetTypeByMetadataName("SsoOidcGen.Runtime.CompilerServices.ServiceClientRegistration`2")
                is not null,
            compilation.GetTypeByMetadataName("SsoOidc.CompilerServices.SsoCredentialsChain") is not null,
            compilation is CSharpCompilation { LanguageVersion: >= LanguageVersion.CSharp12 }
        );
}
