using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Planning;
using SsoOidcGen.Planning.Names;
using SsoOidcGen.Reading;
using SsoOidcGen.Reading.Formats;

namespace SsoOidcGen.Inputs;

/// <summary>Finds metadata in a project file that no <c>AwsServiceModel</c> item has: the build would pass over it.</summary>
internal static class ItemMetadata
{
    private const string Item = "AwsServiceModel";

    private static readonly string[] Known =
    [
        nameof(PlanOptions.Namespace),
        nameof(PlanOptions.ClientName),
        nameof(PlanOptions.Operations),
        nameof(PlanOptions.Accessibility),
        nameof(PlanOptions.Protocol),
        nameof(InputFile.Model),
        nameof(PlanOptions.Fakes),
    ];

    /// <summary>What MSBuild and the SDK give a meaning on every item.</summary>
    private static readonly HashSet<string> OfEveryItem = new(StringComparer.OrdinalIgnoreCase)
    {
        "Condition",
        "CopyToOutputDirectory",
        "CopyToPublishDirectory",
        "DependentUpon",
        "Exclude",
        "Include",
        "KeepDuplicates",
        "KeepMetadata",
        "Label",
        "Link",
        "LinkBase",
        "MatchOnMetadata",
        "MatchOnMetadataOptions",
        "Pack",
        "PackagePath",
        "Remove",
        "RemoveMetadata",
        "Update",
        "Visible",
    };

    public static void Register(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<InputFile> files
    ) =>
        context.RegisterSourceOutput(
            files.Where(static file => file.Kind == InputKind.Project).SelectMany(static (file, _) => Check(file.File)),
            static (output, diagnostic) => output.ReportDiagnostic(diagnostic.ToDiagnostic())
        );

    private static EquatableArray<DiagnosticInfo> Check(ModelFile project) =>
        Parse(project.Text) is { } root
            ? root.Descendants()
                .Where(static element => element.Name.LocalName == Item)
                .SelectMany(static item => item.Attributes().Cast<XObject>().Concat(item.Elements()))
                .Where(static metadata => !IsKnown(NameOf(metadata)))
                .Select(metadata => Unknown(NameOf(metadata), PlaceOf(metadata, project)))
                .ToEquatableArray()
            : [];

    /// <summary>Null when the file is no XML, which MSBuild says better.</summary>
    private static XElement? Parse(string text)
    {
        try
        {
            using XmlReader reader = XmlReader.Create(
                new StringReader(text),
                new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null }
            );
            return XDocument.Load(reader, LoadOptions.SetLineInfo).Root;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static bool IsKnown(string name) =>
        OfEveryItem.Contains(name) || Known.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static string NameOf(XObject metadata) =>
        metadata is XAttribute attribute ? attribute.Name.LocalName : ((XElement)metadata).Name.LocalName;

    private static DiagnosticInfo Unknown(string name, SourceSpan place)
    {
        string advice = NearestName.Find(name, Known) is { } nearest
            ? $"did you mean '{nearest}'?"
            : $"use one of {string.Join(", ", Known)}";
        return new DiagnosticInfo(PlanningDiagnostics.UnknownMetadata.Id, place, [name, advice]);
    }

    private static SourceSpan PlaceOf(XObject metadata, ModelFile project)
    {
        IXmlLineInfo line = metadata;
        LinePosition start = new(line.LineNumber - 1, line.LinePosition - 1);
        int length = NameOf(metadata).Length;
        return new SourceSpan(
            project.Path,
            SourceText.From(project.Text).Lines.GetPosition(start),
            length,
            start.Line,
            start.Character,
            start.Line,
            start.Character + length
        );
    }
}
