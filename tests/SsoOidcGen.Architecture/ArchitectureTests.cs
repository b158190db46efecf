using SsoOidcGen.Testing;

namespace SsoOidcGen.Architecture;

/// <summary>Holds the folders of the projects to the tables in CONTRIBUTING.md: uses lead one way.</summary>
public sealed class ArchitectureTests
{
    /// <summary>A floor may use those above it; folders on one floor do not know each other.</summary>
    private static readonly string[][] s_runtime =
    [
        ["Buffers"],
        ["Configuration"],
        ["Codecs"],
        ["Codecs/Cbor", "Codecs/Json", "Codecs/Query", "Codecs/Xml"],
        ["Http"],
        ["Errors"],
        ["Telemetry"],
        ["Endpoints"],
        ["Credentials"],
        ["Signing"],
        ["EventStreams"],
        ["Operations"],
        ["Fakes"],
        ["Client/Retries"],
        ["Client"],
        ["Client/Waiters"],
        ["CredentialSources"],
        [
            "CredentialSources/Container",
            "CredentialSources/Instance",
            "CredentialSources/Process",
            "CredentialSources/Sts",
        ],
        ["CredentialSources/Profiles"],
        ["CredentialChain"],
    ];

    private static readonly string[][] s_signIn =
    [
        ["Errors"],
        ["Timing"],
        ["Files"],
        ["Configuration"],
        ["Cache"],
        ["Browser"],
        ["Options"],
        ["Tokens"],
        ["SignIn/Portal"],
        ["SignIn/Registration"],
        ["SignIn/Flows"],
        ["SignOut"],
        ["Login"],
        ["Roles"],
        ["LoginSession"],
        ["Profiles"],
    ];

    /// <summary>Which folders the stages may use beside their own; the generator class at the root uses all.</summary>
    private static readonly Dictionary<string, string[]> s_generator = new()
    {
        ["Polyfills"] = [],
        ["Values"] = [],
        ["Model"] = ["Values"],
        ["Plan"] = ["Values"],
        ["Diagnostics"] = ["Values", "Model"],
        ["Reading"] = ["Values", "Model", "Diagnostics"],
        ["Planning"] = ["Values", "Model", "Diagnostics", "Plan"],
        ["Emitting"] = ["Values", "Plan"],
        ["Inputs"] = ["Values", "Diagnostics", "Reading", "Planning"],
        ["."] = ["Values", "Model", "Plan", "Diagnostics", "Reading", "Planning", "Emitting", "Inputs"],
    };

    [Fact]
    public void Floors_of_the_runtime_use_those_above_them() =>
        AssertFloors(s_runtime, UsesIn("src/SsoOidcGen.Runtime", "SsoOidcGen.Runtime.dll"));

    [Fact]
    public void Floors_of_the_sign_in_use_those_above_them() =>
        AssertFloors(s_signIn, UsesIn("src/SsoOidc", "SsoOidc.dll"));

    [Fact]
    public void Stages_of_the_generator_use_what_the_table_says() =>
        Assert.Equal(
            [],
            Violations(
                UsesIn("generator", "SsoOidcGen.dll"),
                static use =>
                    StageOf(use.UsedFolder) == "Polyfills"
                    || StageOf(use.Folder) == StageOf(use.UsedFolder)
                    || s_generator.GetValueOrDefault(StageOf(use.Folder), []).Contains(StageOf(use.UsedFolder))
            )
        );

    /// <summary>A stage's folders stand below each other: where one leads to another, nothing leads back.</summary>
    [Fact]
    public void Folders_of_the_generator_do_not_use_each_other_in_circles()
    {
        IReadOnlyList<TypeUse> uses = UsesIn("generator", "SsoOidcGen.dll");
        Dictionary<string, HashSet<string>> reached = uses.GroupBy(static use => use.Folder)
            .ToDictionary(static group => group.Key, static group => group.Select(use => use.UsedFolder).ToHashSet());
        foreach (string by in reached.Keys)
        {
            foreach (HashSet<string> folders in reached.Values.Where(folders => folders.Contains(by)))
            {
                folders.UnionWith(reached[by]);
            }
        }

        Assert.Equal([], Violations(uses, use => !reached.GetValueOrDefault(use.UsedFolder, []).Contains(use.Folder)));
    }

    private static void AssertFloors(string[][] floors, IReadOnlyList<TypeUse> uses)
    {
        Assert.Equal(
            floors.SelectMany(static floor => floor).Order(StringComparer.Ordinal),
            uses.SelectMany(static use => new[] { use.Folder, use.UsedFolder }).Distinct().Order(StringComparer.Ordinal)
        );
        Assert.Equal([], Violations(uses, use => FloorOf(use.UsedFolder) < FloorOf(use.Folder)));

        int FloorOf(string folder) => Array.FindIndex(floors, floor => floor.Contains(folder));
    }

    private static string StageOf(string folder) => folder.Split('/')[0];

    private static IEnumerable<string> Violations(IReadOnlyList<TypeUse> uses, Func<TypeUse, bool> isAllowed) =>
        uses.Where(use => !isAllowed(use)).Select(static use => use.ToString()).Order(StringComparer.Ordinal);

    private static IReadOnlyList<TypeUse> UsesIn(string project, string assembly)
    {
        IReadOnlyList<TypeUse> uses = CompiledAssembly.FindUses(
            Path.Combine(AppContext.BaseDirectory, assembly),
            Path.Combine(Repository.Root, project)
        );
        Assert.NotEmpty(uses);
        return uses;
    }
}
