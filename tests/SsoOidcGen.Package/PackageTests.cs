using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using SsoOidcGen.Testing;

namespace SsoOidcGen.Package.Tests;

/// <summary>The packages as other people's projects meet them.</summary>
public sealed class PackageTests(PackedFeed feed)
{
    private const string PrintOperations =
        """Console.WriteLine(string.Join(",", My.Sso.SsoOidcClient.OperationNames));""";

    [Fact]
    public async Task A_console_app_generates_its_client_and_follows_its_model()
    {
        ForeignProject project = ForeignProject.Create(
            feed,
            "app",
            ForeignProject.Package(feed) + """<AwsServiceModel Include="model/service-2.json" Namespace="My.Sso" />""",
            PrintOperations
        );
        Assert.Contains(
            "CreateToken,CreateTokenWithIAM,RegisterClient,StartDeviceAuthorization",
            await project.RunAsync()
        );

        string model = File.ReadAllText(project.Model);
        File.WriteAllText(
            project.Model,
            model.Replace(
                "\"deviceCode\": {",
                "\"audience\": { \"shape\": \"URI\" },\n\"deviceCode\": {",
                StringComparison.Ordinal
            )
        );
        project.Write(
            "Program.cs",
            """Console.WriteLine(new My.Sso.CreateTokenRequest { ClientId = "a", ClientSecret = "b", GrantType = "c", Audience = "changed" }.Audience);"""
        );
        Assert.Contains("changed", await project.RunAsync());

        File.WriteAllText(
            project.Model,
            model.Replace("\"shape\": \"ClientId\"", "\"shape\": \"ClientIdd\"", StringComparison.Ordinal)
        );
        string broken = await project.BuildAsync(exitCode: 1);
        int line = File.ReadAllLines(project.Model).ToList().FindIndex(static text => text.Contains("ClientIdd")) + 1;
        Assert.Matches($@"service-2\.json\({line},\d+.*\): error SSOGEN\d+:.*ClientIdd", broken);
    }

    [Fact]
    public async Task A_console_app_generates_its_client_from_a_Smithy_model_and_follows_it()
    {
        ForeignProject project = ForeignProject.Create(
            feed,
            "weather",
            ForeignProject.Package(feed)
                + """<AwsServiceModel Include="model/weather.json" Namespace="My.Weather" />""",
            """
            using My.Weather;

            try
            {
                _ = new WeatherClient(new SsoOidcGen.Runtime.ServiceClientOptions());
            }
            catch (SsoOidcGen.Runtime.ConfigurationException e)
            {
                Console.WriteLine(e.Message);
            }
            """
        );
        string model = Pages.Blocks("docs/own-services.md").First(static block => block.Language == "json").Text;
        project.Write("model/weather.json", model);
        Assert.Contains("WeatherClient has no endpoint", await project.RunAsync());

        project.Write("model/weather.json", model.Replace("\"summary\"", "\"outlook\"", StringComparison.Ordinal));
        project.Write(
            "Program.cs",
            """Console.WriteLine(new My.Weather.GetForecastResponse { Outlook = "changed" }.Outlook);"""
        );
        Assert.Contains("changed", await project.RunAsync());

        project.Write(
            "model/weather.json",
            model.Replace(
                "\"example.weather#GetForecastOutput\" }",
                "\"example.weather#Rain\" }",
                StringComparison.Ordinal
            )
        );
        string broken = await project.BuildAsync(exitCode: 1);
        int line = model.Split('\n').ToList().FindIndex(static text => text.Contains("\"output\"")) + 1;
        Assert.Matches($@"weather\.json\({line},\d+.*\): error SSOGEN007:.*example\.weather#Rain", broken);
    }

    [Fact]
    public async Task Metadata_selects_names_operations_and_accessibility()
    {
        ForeignProject project = ForeignProject.Create(
            feed,
            "metadata",
            ForeignProject.Package(feed)
                + """
                <AwsServiceModel Include="model/service-2.json" Namespace="My.Sso" Operations="CreateToken;Start*" Accessibility="internal" />
                <AwsServiceModel Include="model/service-2.json" Namespace="My.Other" ClientName="Client" />
                """,
            PrintOperations
                + """
                Console.WriteLine(string.Join(",", My.Other.Client.OperationNames.Count));
                Console.WriteLine(typeof(My.Sso.SsoOidcClient).IsPublic);
                """
        );

        string output = await project.RunAsync();

        Assert.Contains("CreateToken,StartDeviceAuthorization\n4\nFalse", output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task A_library_for_an_older_framework_brings_its_client_to_an_app()
    {
        ForeignProject library = ForeignProject.Create(
            feed,
            "library",
            ForeignProject.Package(feed) + """<AwsServiceModel Include="model/service-2.json" Namespace="My.Sso" />""",
            "",
            "<TargetFramework>net8.0</TargetFramework><OutputType>Library</OutputType>"
        );
        ForeignProject app = ForeignProject.Create(
            feed,
            "consumer",
            $"""<ProjectReference Include="{library.Folder}/library.csproj" />""",
            PrintOperations
        );

        Assert.Contains("CreateToken", await app.RunAsync());
    }

    [Theory]
    [InlineData("oldest", "<LangVersion>12</LangVersion><Nullable>disable</Nullable>")]
    [InlineData(
        "newest",
        "<LangVersion>preview</LangVersion><CheckForOverflowUnderflow>true</CheckForOverflowUnderflow>"
    )]
    public async Task The_strictest_project_gets_no_warning(string name, string language)
    {
        ForeignProject project = ForeignProject.Create(
            feed,
            name,
            ForeignProject.Package(feed) + """<AwsServiceModel Include="model/service-2.json" Namespace="My.Sso" />""",
            "",
            $"""
            <TargetFramework>net8.0</TargetFramework><OutputType>Library</OutputType>
            <ImplicitUsings>disable</ImplicitUsings><AnalysisMode>All</AnalysisMode><WarningLevel>9999</WarningLevel>
            <EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild><IsAotCompatible>true</IsAotCompatible>
            <GenerateDocumentationFile>true</GenerateDocumentationFile>{language}
            """
        );

        string output = await project.BuildAsync();

        Assert.DoesNotContain("warning", output.Replace("0 Warning(s)", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("netstandard2.0")]
    [InlineData("net6.0")]
    public async Task A_framework_without_the_runtime_is_named_with_what_to_do(string framework)
    {
        ForeignProject project = ForeignProject.Create(
            feed,
            framework,
            ForeignProject.Package(feed) + """<AwsServiceModel Include="model/service-2.json" />""",
            "",
            $"<TargetFramework>{framework}</TargetFramework><OutputType>Library</OutputType><ImplicitUsings>disable</ImplicitUsings><LangVersion>12</LangVersion><CheckEolTargetFramework>false</CheckEolTargetFramework>"
        );

        Assert.Contains("error SSOGEN064: ", await project.BuildAsync(exitCode: 1));
    }

    [Fact]
    public async Task Metadata_that_no_item_has_is_named_where_it_stands()
    {
        ForeignProject project = ForeignProject.Create(
            feed,
            "misspelt",
            ForeignProject.Package(feed)
                + """<AwsServiceModel Include="model/service-2.json" Namespace="My.Sso" Operation="CreateToken" />""",
            PrintOperations
        );

        Assert.Matches(
            @"misspelt\.csproj\(\d+,\d+.*\): error SSOGEN071: .*did you mean 'Operations'\?",
            await project.BuildAsync(exitCode: 1)
        );
    }

    [Fact]
    public async Task Models_that_are_no_files_are_named()
    {
        ForeignProject project = ForeignProject.Create(
            feed,
            "missing",
            ForeignProject.Package(feed) + """<AwsServiceModel Include="nowhere/service-2.json;model" />""",
            ""
        );

        Assert.Contains(
            "error SSOGEN062: There is no such AwsServiceModel: nowhere/service-2.json, model.",
            await project.BuildAsync(exitCode: 1)
        );
    }

    [Fact]
    public async Task An_old_compiler_is_named_with_what_to_do()
    {
        ForeignProject project = ForeignProject.Create(
            feed,
            "old",
            ForeignProject.Package(feed) + """<AwsServiceModel Include="model/service-2.json" />""",
            ""
        );

        // The version is the build's own knowledge of its SDK; no older one has to be installed to see the message.
        string output = await Dotnet.RunAsync(project.Folder, 1, "build", "-p:NETCoreSdkVersion=7.0.410");

        Assert.Contains("error SSOGEN070: SsoOidcGen needs the compiler of .NET SDK 8.0.100", output);
    }

    [Fact]
    public async Task An_app_with_a_generated_client_runs_without_a_JIT_compiler()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/clang"), "Native AOT needs clang; .ci/packages installs it on Debian.");
        ForeignProject project = ForeignProject.Create(
            feed,
            "native",
            ForeignProject.Package(feed) + """<AwsServiceModel Include="model/service-2.json" Namespace="My.Sso" />""",
            PrintOperations,
            "<TargetFramework>net10.0</TargetFramework><PublishAot>true</PublishAot>"
        );

        await Dotnet.RunAsync(project.Folder, 0, "publish", "-o", "out");

        Assert.True(File.Exists(Path.Combine(project.Folder, "out/native")));
    }

    [Fact]
    public void The_analyzer_needs_nothing_but_the_oldest_compiler_it_declares()
    {
        using ZipArchive package = feed.Open("SsoOidcGen");
        ZipArchiveEntry[] analyzers =
        [
            .. package.Entries.Where(static entry => entry.FullName.StartsWith("analyzers/", StringComparison.Ordinal)),
        ];
        // A stack trace of the generator has lines only where its symbols lie beside it.
        Assert.Equal(
            ["analyzers/dotnet/cs/SsoOidcGen.dll", "analyzers/dotnet/cs/SsoOidcGen.pdb"],
            analyzers.Select(static entry => entry.FullName)
        );
        using MemoryStream assembly = new();
        using (Stream packed = analyzers[0].Open())
        {
            packed.CopyTo(assembly);
        }

        assembly.Position = 0;
        using PEReader reader = new(assembly);
        MetadataReader metadata = reader.GetMetadataReader();
        string[] references =
        [
            .. metadata
                .AssemblyReferences.Select(handle => metadata.GetAssemblyReference(handle))
                .Select(reference => $"{metadata.GetString(reference.Name)} {reference.Version}")
                .Order(StringComparer.Ordinal),
        ];

        Assert.Equal(
            [
                "Microsoft.CodeAnalysis 4.8.0.0",
                "Microsoft.CodeAnalysis.CSharp 4.8.0.0",
                "System.Collections.Immutable 7.0.0.0",
                "System.Memory 4.0.1.2",
                "netstandard 2.0.0.0",
            ],
            references
        );
    }

    [Fact]
    public void The_package_brings_the_runtime_along()
    {
        using ZipArchive package = feed.Open("SsoOidcGen");
        using StreamReader nuspec = new(package.GetEntry("SsoOidcGen.nuspec")!.Open());

        Assert.Contains($"id=\"SsoOidcGen.Runtime\" version=\"{feed.Version}\"", nuspec.ReadToEnd());
        Assert.NotNull(package.GetEntry("buildTransitive/SsoOidcGen.targets"));
    }
}
