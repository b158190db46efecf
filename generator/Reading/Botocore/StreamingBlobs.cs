using SsoOidcGen.Model;
using SsoOidcGen.Reading.Soundness;

namespace SsoOidcGen.Reading.Botocore;

/// <summary>
/// Blobs that are a stream in some members and none in others: the format says so at the member, while elsewhere it is the
/// shape that streams. Such members get a shape of their own.
/// </summary>
internal static class StreamingBlobs
{
    // No shape of a model can be called so.
    private const string Mark = "#streaming";

    public static string NameOf(string blob) => blob + Mark;

    /// <summary>Adds the shapes that members ask for.</summary>
    public static void AddTo(ShapeTable shapes)
    {
        IEnumerable<string> wanted = shapes
            .Shapes.OfType<StructureShape>()
            .SelectMany(static structure => structure.Members)
            .Select(static member => member.Target)
            .Where(static target => target.EndsWith(Mark, StringComparison.Ordinal))
            .Distinct();
        foreach (string name in wanted.ToList())
        {
            if (shapes.Find(name.Substring(0, name.Length - Mark.Length)) is BlobShape blob)
            {
                shapes.Set(blob with { Name = name, Streaming = true });
            }
        }
    }
}
