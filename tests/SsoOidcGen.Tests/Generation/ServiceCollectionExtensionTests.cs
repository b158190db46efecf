using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Extensions.DependencyInjection;
using SsoOidcGen.Runtime;
using SsoOidcGen.Testing;

namespace SsoOidcGen.Tests.Generating;

/// <summary>The extensions that register clients, which only a project that references <c>SsoOidcGen.DependencyInjection</c> gets.</summary>
public sealed class ServiceCollectionExtensionTests
{
    private static readonly CSharpCompilation Empty = Generation.CreateCompilation();

    /// <summary>References what this test itself runs with, that package among it.</summary>
    private static readonly Compilation ProjectWithContainer = Empty
        // The runtime is built for an older framework: the SDK takes no offence at CS1701 either.
        .WithOptions(Empty.Options.WithSpecificDiagnosticOptions([new("CS1701", ReportDiagnostic.Suppress)]))
        .WithReferences(
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(Path.PathSeparator)
                .Select(static path => MetadataReference.CreateFromFile(path))
        );

    [Fact]
    public void A_project_without_the_package_gets_no_extension() =>
        Assert.DoesNotContain(OwnModels.Generate().Files.Keys, IsExtension);

    [Fact]
    public void A_project_with_it_gets_one_for_each_client_and_compiles_without_a_warning()
    {
        Generation generation = Generation.Run(ProjectWithContainer, [.. OwnModels.Oidc(), .. OwnModels.Portal()]);

        Assert.Equal(2, generation.Files.Keys.Count(IsExtension));
        Assert.Empty(generation.Diagnostics);
        Assert.Empty(generation.CompilerDiagnostics);
    }

    [Fact]
    public void The_same_model_fits_in_twice()
    {
        Generation generation = Generation.Run(
            ProjectWithContainer,
            ModelText.Folder(OwnModels.OidcFolder, "My.V1|||&My.V2|||")
        );

        Assert.Equal(2, generation.Files.Keys.Count(IsExtension));
        Assert.Empty(generation.Diagnostics);
        Assert.Empty(generation.CompilerDiagnostics);
    }

    [Fact]
    public void The_registered_client_is_resolved_by_its_interface()
    {
        Assembly code = Generation.Run(ProjectWithContainer, OwnModels.Oidc("My|||")).Load();
        MethodInfo add = code.GetType(
                    "Microsoft.Extensions.DependencyInjection.MySsoOidcClientServiceCollectionExtensions",
                    throwOnError: true
                )!
            .GetMethod("AddSsoOidcClient", [typeof(IServiceCollection), typeof(Action<ServiceClientOptions>)])!;
        ServiceCollection services = new();

        object? builder = add.Invoke(
            null,
            [
                services,
                (ServiceClientOptions options) =>
                {
                    options.Region = "eu-west-1";
                },
            ]
        );

        Assert.Equal("My.SsoOidcClient", Assert.IsAssignableFrom<IHttpClientBuilder>(builder).Name);
        using ServiceProvider provider = services.BuildServiceProvider();
        object client = provider.GetRequiredService(code.GetType("My.ISsoOidcClient", throwOnError: true)!);
        Assert.Equal("My.SsoOidcClient", client.GetType().FullName);
        Assert.Equal(new Uri("https://oidc.eu-west-1.amazonaws.com"), ((ServiceClient)client).GetEndpoint());
    }

    [Fact]
    public void Generated_code_is_what_was_accepted()
    {
        Generation generation = Generation.Run(ProjectWithContainer, OwnModels.Portal());

        Snapshot.Matches(
            generation.Files.Single(static file => IsExtension(file.Key)).Value,
            "Generation/ServiceCollectionExtensions.verified.cs"
        );
    }

    private static bool IsExtension(string file) =>
        file.Contains("ServiceCollectionExtensions", StringComparison.Ordinal);
}
