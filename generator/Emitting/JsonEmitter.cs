using SsoOidcGen.Planning;

namespace SsoOidcGen.Emitting;

/// <summary>The static class that reads and writes a shape as JSON, in the directions that are needed.</summary>
internal static class JsonEmitter
{
    public static void Write(CodeFile file, StructurePlan plan)
    {
        if ((!plan.IsRead && !plan.IsWritten) || plan.IsEventStream)
        {
            return;
        }

        file.Code.Line();
        using (file.Code.Block($"internal static class {plan.Name}Json"))
        {
            if (plan.IsWritten)
            {
                WriteWriter(file, plan);
            }

            if (plan.IsRead && plan.IsWritten)
            {
                file.Code.Line();
            }

            if (plan.IsRead)
            {
                WriteReader(file, plan);
            }
        }
    }

    private static void WriteWriter(CodeFile file, StructurePlan plan)
    {
        if (plan.IsUnion)
        {
            JsonWriterEmitter.WriteUnion(file.Code, plan);
        }
        else
        {
            JsonWriterEmitter.WriteStructure(file, plan);
        }
    }

    private static void WriteReader(CodeFile file, StructurePlan plan)
    {
        if (plan.IsUnion)
        {
            JsonReaderEmitter.WriteUnion(file.Code, plan);
        }
        else
        {
            JsonReaderEmitter.WriteStructure(file, plan);
        }
    }
}
