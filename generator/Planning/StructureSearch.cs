using SsoOidcGen.Model;

namespace SsoOidcGen.Planning;

/// <summary>Finds structures by what they or the structures in them hold, at any depth.</summary>
internal static class StructureSearch
{
    /// <param name="structures">Those that are looked at.</param>
    /// <param name="shapes">Every shape of the service by its name.</param>
    /// <param name="isFound">Whether a structure is found for its own members; those that contain it follow.</param>
    public static HashSet<string> Find(
        IReadOnlyList<StructureShape> structures,
        IReadOnlyDictionary<string, Shape> shapes,
        Func<StructureShape, bool> isFound
    )
    {
        HashSet<string> found = new(structures.Where(isFound).Select(static shape => shape.Name));
        int before;
        do
        {
            before = found.Count;
            foreach (StructureShape shape in structures)
            {
                if (shape.Members.Any(member => Holds(member.Target, found, shapes)))
                {
                    found.Add(shape.Name);
                }
            }
        } while (found.Count > before);

        return found;
    }

    private static bool Holds(string shape, HashSet<string> found, IReadOnlyDictionary<string, Shape> shapes) =>
        shapes[shape] switch
        {
            // Events travel one by one, after the request that they belong to.
            StructureShape { IsEventStream: true } => false,
            StructureShape structure => found.Contains(structure.Name),
            ListShape list => Holds(list.Member.Target, found, shapes),
            MapShape map => Holds(map.Value.Target, found, shapes),
            _ => false,
        };
}
