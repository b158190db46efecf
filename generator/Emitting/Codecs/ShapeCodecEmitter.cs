using SsoOidcGen.Emitting.Text;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting.Codecs;

/// <summary>The static classes that read and write a shape, in the directions that are needed.</summary>
internal static class ShapeCodecEmitter
{
    public static void Write(CodeFile file, StructurePlan plan)
    {
        if (plan.Events is not null)
        {
            return;
        }

        bool isOneClass = file.Writer.ClassSuffix == file.Reader.ClassSuffix;
        if (plan.IsWritten)
        {
            WriteClass(file, plan, file.Writer.ClassSuffix, writes: true, reads: plan.IsRead && isOneClass);
        }

        if (plan.IsRead && !(plan.IsWritten && isOneClass))
        {
            WriteClass(file, plan, file.Reader.ClassSuffix, writes: false, reads: true);
        }
    }

    private static void WriteClass(CodeFile file, StructurePlan plan, string suffix, bool writes, bool reads)
    {
        using (file.Code.Block($"internal static class {plan.Name}{suffix}"))
        {
            if (writes)
            {
                file.Writer.WriteMethod(file, plan);
            }

            if (reads)
            {
                file.Reader.WriteMethod(file, plan);
            }
        }
    }
}
