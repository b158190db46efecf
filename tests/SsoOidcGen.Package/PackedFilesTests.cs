using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using SsoOidcGen.Testing;

namespace SsoOidcGen.Package.Tests;

/// <summary>What lies in the packages.</summary>
public sealed class PackedFilesTests(PackedFeed feed)
{
    private static readonly byte[] s_png = [0x89, (byte)'P', (byte)'N', (byte)'G'];

    [Fact]
    public void Every_project_that_can_be_packed_is()
    {
        IEnumerable<string> projects = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Where(static file => File.ReadAllText(file).Contains("<IsPackable>true"))
            .Select(static file => Path.GetFileNameWithoutExtension(file));

        Assert.Equal(
            projects.Append("SsoOidcGen").Order(StringComparer.Ordinal),
            feed.Packages.Select(file => Path.GetFileName(file)[..^$".{feed.Version}.nupkg".Length])
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Each_has_a_page_an_icon_and_a_licence_of_its_own()
    {
        List<string> pages = [];
        foreach (ZipArchive package in feed.Packages.Select(ZipFile.OpenRead))
        {
            using (package)
            {
                pages.Add(Encoding.UTF8.GetString(Read(package, "README.md")));
                byte[] icon = Read(package, "icon.png");
                Assert.Equal(s_png, icon[..4]);
                Assert.Equal([0, 0, 0, 128, 0, 0, 0, 128], icon[16..24]);
                string nuspec = Encoding.UTF8.GetString(
                    Read(
                        package,
                        package
                            .Entries.Single(static entry => entry.Name.EndsWith(".nuspec", StringComparison.Ordinal))
                            .FullName
                    )
                );
                Assert.Contains("<readme>README.md</readme>", nuspec);
                Assert.Contains("<icon>icon.png</icon>", nuspec);
                Assert.Contains("<license type=\"expression\">MIT</license>", nuspec);
            }
        }

        Assert.Distinct(pages);
        Assert.All(pages, static page => Assert.DoesNotMatch(@"\]\((?!https?:)", page));
    }

    [Fact]
    public void Symbols_of_every_assembly_are_packed_and_name_no_path_of_this_machine()
    {
        foreach (string file in feed.Packages)
        {
            using ZipArchive package = ZipFile.OpenRead(file);
            using ZipArchive symbols = ZipFile.OpenRead(Path.ChangeExtension(file, ".snupkg"));
            foreach (ZipArchiveEntry entry in package.Entries.Where(static entry => IsOurs(entry.Name)))
            {
                byte[] assembly = Read(package, entry.FullName);
                Assert.Equal(-1, assembly.AsSpan().IndexOf(Encoding.UTF8.GetBytes(feed.Root)));
                using PEReader reader = new([.. assembly]);
                CodeViewDebugDirectoryData built = reader.ReadCodeViewDebugDirectoryData(
                    reader.ReadDebugDirectory().Single(static part => part.Type == DebugDirectoryEntryType.CodeView)
                );
                using MetadataReaderProvider provider = MetadataReaderProvider.FromPortablePdbImage([
                    .. Read(symbols, Path.ChangeExtension(entry.FullName, ".pdb")),
                ]);
                MetadataReader pdb = provider.GetMetadataReader();
                Assert.Equal(built.Guid, new BlobContentId(pdb.DebugMetadataHeader!.Id).Guid);
                Assert.All(
                    pdb.Documents.Select(document => pdb.GetString(pdb.GetDocument(document).Name)),
                    static path => Assert.StartsWith("/_/", path)
                );
            }
        }
    }

    [Fact]
    public async Task Two_clones_of_one_commit_give_the_same_bytes()
    {
        string again = Path.Combine(feed.Root, "again");
        await feed.PackAsync("second-clone", again);

        Assert.All(
            Directory.EnumerateFiles(feed.Feed),
            file =>
                Assert.True(
                    File.ReadAllBytes(file)
                        .AsSpan()
                        .SequenceEqual(File.ReadAllBytes(Path.Combine(again, Path.GetFileName(file)))),
                    Difference(file, Path.Combine(again, Path.GetFileName(file)))
                )
        );
    }

    [Fact]
    public void The_tool_carries_what_it_uses_and_the_licences_of_what_is_not_ours()
    {
        using ZipArchive tool = feed.Open("SsoOidc.Cli");
        string[] assemblies =
        [
            .. tool
                .Entries.Where(static entry => entry.FullName.StartsWith("tools/", StringComparison.Ordinal))
                .Where(static entry => Path.GetExtension(entry.Name) is not (".json" or ".pdb"))
                .Select(static entry => entry.Name)
                .Order(StringComparer.Ordinal),
        ];

        Assert.Equal(
            [
                "DotnetToolSettings.xml",
                "QRCoder.dll",
                "Spectre.Console.Ansi.dll",
                "Spectre.Console.dll",
                "SsoOidc.Cli.dll",
                "SsoOidc.Emulator.dll",
                "SsoOidc.dll",
                "SsoOidcGen.Runtime.dll",
                "System.CommandLine.dll",
            ],
            assemblies
        );
        string notices = Encoding.UTF8.GetString(Read(tool, "THIRD-PARTY-NOTICES.txt"));
        Assert.All(
            assemblies.Where(static name => name.EndsWith(".dll", StringComparison.Ordinal) && !IsOurs(name)),
            name => Assert.Contains(name[..^4], notices)
        );
    }

    private static bool IsOurs(string name) =>
        name.StartsWith("SsoOidc", StringComparison.Ordinal) && name.EndsWith(".dll", StringComparison.Ordinal);

    private static byte[] Read(ZipArchive package, string path)
    {
        ZipArchiveEntry? entry = package.GetEntry(path);
        Assert.True(entry is not null, $"There is no {path}.");
        using MemoryStream content = new();
        using Stream packed = entry.Open();
        packed.CopyTo(content);
        return content.ToArray();
    }

    private static string Difference(string left, string right)
    {
        using ZipArchive one = ZipFile.OpenRead(left);
        using ZipArchive other = ZipFile.OpenRead(right);
        return $"{Path.GetFileName(left)} differs in: "
            + string.Join(
                ", ",
                one.Entries.Select(static entry => entry.FullName)
                    .Where(name => !Read(one, name).AsSpan().SequenceEqual(Read(other, name)))
            );
    }
}
