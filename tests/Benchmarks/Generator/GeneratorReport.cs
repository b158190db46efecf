using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SsoOidcGen.Testing;

namespace SsoOidcGen.Benchmarks.Generator;

/// <summary>What the generator costs beside the compiler, in one process.</summary>
internal static class GeneratorReport
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp12);

    /// <param name="services">Public models by the names of their services; the largest ones when there are none.</param>
    public static void Print(string[] services)
    {
        Console.WriteLine(
            "| Model | Files | Bytes emitted | First run | Compiler | Share | Unrelated edit | Reformatted JSON | Changed JSON |"
        );
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        PrintModels(
            "both of `model/`",
            [.. OwnModel("sso-oidc", "SsoOidc|SsoOidcClient||"), .. OwnModel("sso", "SsoOidc.Portal|SsoPortalClient||")]
        );
        foreach (string service in services.Length > 0 ? services : PublicModels.Largest(10))
        {
            PrintModels(service, [.. ModelText.Folder(PublicModels.Folder(service))]);
        }

        foreach (string service in PublicModels.LargestInSmithy(3))
        {
            string file = PublicModels.Smithy(service);
            PrintModels($"{service}, Smithy", [ModelText.Model(file, File.ReadAllText(file))]);
        }

        Console.WriteLine();
        Console.WriteLine("| Operations | Files | Lines | Assembly, bytes |");
        Console.WriteLine("| --- | ---: | ---: | ---: |");
        PrintClosure("quicksight", "");
        PrintClosure("quicksight", "ListDashboards,DescribeUser");
        PrintClosure("ec2", "");
        PrintClosure("ec2", "DescribeInstances,StartInstances,StopInstances");
    }

    private static IReadOnlyList<ModelText> OwnModel(string service, string uses) =>
        ModelText.Folder(Path.Combine(Checkout.Root, "model", service, "2019-06-10"), uses);

    private static void PrintModels(string name, ModelText[] texts)
    {
        ModelText model = texts.First(static text => text.Metadata["AwsModelKind"] == "Model");
        CSharpCompilation project = Generation.CreateCompilation();
        GeneratorDriver ran = Generation.CreateDriver(texts).RunGenerators(project);
        Generation generation = Generation.Run(texts);
        string json = model.GetText().ToString();
        JsonNode changed = JsonNode.Parse(json)!;
        JsonObject shape = changed["shapes"]!
            .AsObject()
            .Select(static pair => pair.Value!.AsObject())
            .First(static shape => shape["members"] is JsonObject { Count: > 0 });
        shape["members"]!["addedForMeasuring"] = shape["members"]!.AsObject().First().Value!.DeepClone();

        Measured first = Measured.Of(() => Generation.CreateDriver(texts).RunGenerators(project));
        Measured compiler = Measured.Of(() => Compile(generation));
        Measured unrelated = Measured.Of(() =>
            ran.RunGenerators(project.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class C;", Parsing)))
        );
        Measured reformatted = Measured.Of(() => Edit(ran, model, JsonNode.Parse(json)!.ToJsonString(), project));
        Measured edited = Measured.Of(() => Edit(ran, model, changed.ToJsonString(), project));

        Console.WriteLine(
            $"| {name} | {generation.Files.Count} | {generation.Files.Values.Sum(static text => (long)text.Length):N0} | {first} | {compiler} | {first.Milliseconds / compiler.Milliseconds:P1} | {unrelated} | {reformatted} | {edited} |"
        );
    }

    private static void PrintClosure(string service, string operations)
    {
        Generation generation = Generation.Run(ModelText.Folder(PublicModels.Folder(service), $"||{operations}|"));
        Console.WriteLine(
            $"| {service}: {(operations.Length == 0 ? "all" : operations)} | {generation.Files.Count} | {generation.Files.Values.Sum(static text => text.Count(static c => c == '\n')):N0} | {Compile(generation):N0} |"
        );
    }

    private static void Edit(GeneratorDriver driver, ModelText model, string text, Compilation project) =>
        driver.ReplaceAdditionalText(model, ModelText.Model(model.Path, text)).RunGenerators(project);

    /// <summary>Parses and compiles the generated files, as the compiler does after the generator.</summary>
    private static long Compile(Generation generation)
    {
        using MemoryStream assembly = new();
        Generation
            .CreateCompilation()
            .AddSyntaxTrees(generation.Files.Values.Select(static text => CSharpSyntaxTree.ParseText(text, Parsing)))
            .Emit(assembly);
        return assembly.Length;
    }
}
