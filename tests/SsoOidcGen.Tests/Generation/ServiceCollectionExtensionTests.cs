using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
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

    private static readonly Lazy<Assembly> S3 = new(static () =>
        Generation
            .Run(
                ProjectWithContainer,
                ModelText.Folder(Path.Combine(Repository.Root, "tests/Shared/Models/s3/2006-03-01"), "My||ListBuckets|")
            )
            .Load()
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
    public void Settings_that_only_one_client_has_are_read_from_the_configuration_too()
    {
        using ServiceProvider provider = RegisterS3(("Region", "eu-west-1"), ("ForcePathStyle", "true"));

        ServiceClientOptions options = OptionsOf(provider);

        Assert.Equal("eu-west-1", options.Region);
        Assert.Equal(true, options.GetType().GetProperty("ForcePathStyle")!.GetValue(options));
    }

    [Fact]
    public void One_that_cannot_be_read_is_an_error_with_its_key()
    {
        using ServiceProvider provider = RegisterS3(("ForcePathStyle", "perhaps"));

        OptionsValidationException error = Assert.Throws<OptionsValidationException>(() => OptionsOf(provider));

        Assert.Contains("ForcePathStyle is 'perhaps'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Generated_code_is_what_was_accepted()
    {
        Generation generation = Generation.Run(ProjectWithContainer, OwnModels.Portal());

        Snapshot.Matches(
            generation.Files.Single(static file => IsExtension(file.Key)).Value,
            "SsoOidcGen.Tests/Generation/ServiceCollectionExtensions.verified.cs"
        );
    }

    private static ServiceProvider RegisterS3(params IEnumerable<(string Key, string Value)> settings)
    {
        MethodInfo add = S3
            .Value.GetType(
                "Microsoft.Extensions.DependencyInjection.MyS3ClientServiceCollectionExtensions",
                throwOnError: true
            )!
            .GetMethod("AddS3Client", [typeof(IServiceCollection), typeof(IConfiguration)])!;
        ServiceCollection services = new();
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(static pair => pair.Key, static pair => (string?)pair.Value))
            .Build();
        add.Invoke(null, [services, configuration]);
        return services.BuildServiceProvider();
    }

    private static ServiceClientOptions OptionsOf(ServiceProvider provider)
    {
        Type options = S3.Value.GetType("My.S3ClientOptions", throwOnError: true)!;
        object monitor = provider.GetRequiredService(typeof(IOptionsMonitor<>).MakeGenericType(options));
        return ((IOptionsMonitor<ServiceClientOptions>)monitor).Get("My.S3Client");
    }

    private static bool IsExtension(string file) =>
        file.Contains("ServiceCollectionExtensions", StringComparison.Ordinal);
}
