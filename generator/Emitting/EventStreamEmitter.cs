using SsoOidcGen.Planning;

namespace SsoOidcGen.Emitting;

/// <summary>The static class that reads and writes a stream's events, in the directions that are needed.</summary>
internal static class EventStreamEmitter
{
    public static void Write(CodeFile file, StructurePlan plan, ServicePlan service)
    {
        if (!plan.IsEventStream)
        {
            return;
        }

        CodeWriter code = file.Code;
        Dictionary<string, StructurePlan> structures = service.Structures.ToDictionary(static plan => plan.Name);
        List<MemberPlan> bound = plan.Members.Where(member => structures[member.Type.Name].IsBoundEvent).ToList();
        code.Line();
        using (code.Block($"internal static class {plan.Name}Events"))
        {
            if (plan.IsRead)
            {
                EventReaderEmitter.WriteRead(code, plan, structures);
                code.Line();
                EventReaderEmitter.WriteCreateException(code, plan);
                foreach (MemberPlan member in bound)
                {
                    code.Line();
                    EventReaderEmitter.WriteReadBound(file, member, structures[member.Type.Name]);
                }
            }

            if (plan.IsRead && plan.IsWritten)
            {
                code.Line();
            }

            if (plan.IsWritten)
            {
                EventWriterEmitter.WriteWrite(code, plan, structures);
                foreach (MemberPlan member in bound)
                {
                    code.Line();
                    EventWriterEmitter.WriteWriteBound(file, member, structures[member.Type.Name]);
                }
            }
        }
    }
}
