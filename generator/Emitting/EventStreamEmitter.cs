using SsoOidcGen.Emitting.Codecs;
using SsoOidcGen.Emitting.Text;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting;

/// <summary>The static class that reads and writes a stream's events, in the directions that are needed.</summary>
internal static class EventStreamEmitter
{
    public static void Write(CodeFile file, StructurePlan plan)
    {
        if (plan.Events is not { } stream)
        {
            return;
        }

        CodeWriter code = file.Code;
        using (code.Block($"internal static class {plan.Name}Events"))
        {
            if (plan.IsRead)
            {
                EventReaderEmitter.Write(file, plan, stream);
            }

            if (plan.IsWritten)
            {
                EventWriterEmitter.Write(file, plan, stream);
            }
        }
    }
}
