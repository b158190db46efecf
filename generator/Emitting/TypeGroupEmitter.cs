using SsoOidcGen.Emitting.Codecs;
using SsoOidcGen.Emitting.Text;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting;

/// <summary>Types that are declared together, each followed by the code that reads, writes and checks it.</summary>
internal static class TypeGroupEmitter
{
    public static void Write(CodeFile file, TypeGroup types, ServicePlan service)
    {
        foreach (StructurePlan structure in types.Structures)
        {
            WriteStructure(file, structure, service);
        }

        foreach (EnumPlan plan in types.Enums)
        {
            EnumEmitter.Write(file, plan, service.Accessibility);
        }
    }

    /// <summary>A type that has a file of its own.</summary>
    public static void WriteStructure(CodeFile file, StructurePlan structure, ServicePlan service)
    {
        if (structure.IsUnion)
        {
            UnionEmitter.Write(file, structure, service);
        }
        else
        {
            StructureEmitter.Write(file, structure, service.Accessibility);
        }

        ShapeCodecEmitter.Write(file, structure);
        EventStreamEmitter.Write(file, structure);
        ValidationEmitter.Write(file, structure);
        SensitiveValuesEmitter.Write(file, structure);
    }
}
